"""Shell: bash has to be able to read it, and Celery the command lines in it that are Celery's."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

from checks.celery_line import find_problems_in

OPERATORS = frozenset({";", "&&", "||", "|", "&", "(", ")", "\n", ";;"})


def find_problems(path: Path) -> list[str]:
    text = path.read_text()
    read = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True)
    if read.returncode != 0 or read.stderr:
        return [read.stderr.strip()]
    prompts = [f"`{line}` starts with a prompt" for line in text.splitlines() if line.startswith(("$ ", "> "))]
    return prompts + [problem for words in commands(text) for problem in find_problems_in(words)]


def commands(text: str) -> Iterator[list[str]]:
    """The words of each simple command."""
    for line in re.sub(r"\\\n", " ", text).splitlines():
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        words: list[str] = []
        for word in [*lexer, "\n"]:
            if word not in OPERATORS:
                words.append(word)
            elif words:
                yield words
                words = []
