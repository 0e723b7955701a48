"""Waiting with an end."""

import time


def wait_until(condition, what, seconds=30):
    """Return the first value of `condition()` that is true; raise AssertionError naming `what` when there is none in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s for {what}")
