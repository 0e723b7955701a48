"""The Redis of a proof that needs one of its own (`needs: own redis`)."""

import os
import subprocess


def stop_redis():
    """Stop it, as a crash or a failover would; it does not come back."""
    subprocess.run(["redis-cli", "-u", os.environ["REDIS_URL"], "shutdown", "nosave"], check=True, capture_output=True)
