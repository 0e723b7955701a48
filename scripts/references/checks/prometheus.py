"""Rules and settings of Prometheus, as its own tool reads them."""

import subprocess
from pathlib import Path


def find_problems(path: Path) -> list[str]:
    what = "rules" if "rules" in path.name else "config"
    options = ["--syntax-only"] if what == "config" else ["--lint-fatal"]
    told = subprocess.run(["promtool", "check", what, *options, str(path)], capture_output=True, text=True)
    return [] if told.returncode == 0 else [told.stdout.strip(), told.stderr.strip()]
