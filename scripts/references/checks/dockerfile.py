"""Celery takes the command lines in a Dockerfile; its instructions are checked elsewhere."""

import json
import re
from pathlib import Path

from checks.celery_line import find_problems_in
from checks.shell import commands


def find_problems(path: Path) -> list[str]:
    text = re.sub(r"\\\n", " ", path.read_text())
    lines = re.findall(r"^(?:CMD|ENTRYPOINT|RUN|HEALTHCHECK.*?CMD)\s+(.*)$", text, flags=re.MULTILINE)
    return [problem for line in lines for words in words_of(line) for problem in find_problems_in(words)]


def words_of(line: str) -> list[list[str]]:
    return [json.loads(line)] if line.startswith("[") else list(commands(line))
