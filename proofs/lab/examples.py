"""The examples of the rule's page, as the runner read them from it."""

import json
import os
from pathlib import Path


def example(role, heading=None):
    """Return the files (path to text) of the "wrong" or "right" example below a `###` heading, or of the one without a heading."""
    examples = json.loads(Path(os.environ["EXAMPLES"]).read_text())
    for candidate in examples:
        if candidate["role"] == role and candidate["heading"] == heading:
            return candidate["files"]
    there = [(each["role"], each["heading"]) for each in examples]
    raise AssertionError(f"the page has no {role} example called {heading!r}, but {there}")
