"""Command lines in files of keys and values."""

import re
from collections.abc import Iterator


def values(text: str, keys: str) -> Iterator[str]:
    """The value of every line whose key matches `keys`, its continuation lines joined."""
    joined = re.sub(r"\\\n", " ", text)
    for line in joined.splitlines():
        match = re.match(rf"(?:{keys})\s*=\s*(.*)$", line)
        if match:
            yield match.group(1)
