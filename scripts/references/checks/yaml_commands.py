"""Command lines in YAML, wherever they stand: lists of words, and texts for a shell."""

from collections.abc import Iterator

from checks.celery_line import find_problems_in
from checks.shell import commands


def find_command_problems(value: object) -> list[str]:
    return [problem for words in words_in(value) for problem in find_problems_in(words)]


def words_in(value: object) -> Iterator[list[str]]:
    if isinstance(value, str) and "celery" in value:
        yield from commands(value.replace("$$", "$"))
    elif isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            yield value
            value = [each for each in value if " " in each]
        for each in value:
            yield from words_in(each)
    elif isinstance(value, dict):
        # In Kubernetes, the arguments stand beside the command.
        if isinstance(value.get("command"), list) and isinstance(value.get("args"), list):
            yield [*value["command"], *value["args"]]
            value = {key: each for key, each in value.items() if key not in {"command", "args"}}
        for each in value.values():
            yield from words_in(each)
