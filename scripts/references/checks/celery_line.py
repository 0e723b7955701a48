"""Whether Celery's own command line takes a command as it is written."""

import shlex
from unittest import mock

import click
from celery import Celery
from celery.bin.base import CLIContext
from celery.bin.celery import celery as program

# Its options are read by a parser of its own.
FREE_FORM = {"multi"}


def find_problems_in(words: list[str]) -> list[str]:
    """What is wrong with the first `celery` command among the words of a command line; nothing where there is none."""
    start = find_command(words)
    if start is None:
        return []
    try:
        parse(words[start + 1 :])
    except click.exceptions.Exit:
        return []
    except click.ClickException as error:
        return [f"`{shlex.join(words[start:])}`: {error.format_message()}"]
    return []


def find_command(words: list[str]) -> int | None:
    """Where the program stands among the words: a word that options or one of its commands follow."""
    for index, word in enumerate(words[:-1]):
        following = words[index + 1]
        if word.rsplit("/", 1)[-1] == "celery" and (following.startswith("-") or following in program.commands):
            return index
    return None


def parse(arguments: list[str]) -> None:
    app = Celery("config", broker="memory://")
    with mock.patch("celery.bin.celery.find_app", return_value=app):
        context = program.make_context("celery", list(arguments))
    context.obj = CLIContext(app=app, no_color=True, workdir=None, quiet=True)
    rest = words_after(context)
    if not rest:
        raise click.UsageError("it names no command")
    name, command, rest = program.resolve_command(context, rest)
    if name == "flower":
        check_flower(rest)
    elif name not in FREE_FORM:
        parsed = command.make_context(name, rest, parent=context)
        if isinstance(command, click.Group):
            parsed = parse_below(command, parsed)
        if parsed.args and name not in {"inspect", "control", "call"}:
            raise click.UsageError(f"{name} does not take {shlex.join(parsed.args)}")
        check_remote_control(name, parsed)


def words_after(context: click.Context) -> list[str]:
    """What a group of commands leaves to them."""
    return [*getattr(context, "_protected_args", []), *context.args]


def parse_below(group: click.Group, context: click.Context) -> click.Context:
    rest = words_after(context)
    if not rest:
        return context
    name, command, rest = group.resolve_command(context, rest)
    return command.make_context(name, rest, parent=context)


def check_remote_control(name: str, context: click.Context) -> None:
    from celery.worker.control import Panel

    if name in {"inspect", "control"}:
        command = context.params.get("command") or context.params.get("action")
        known = [each for each, info in Panel.meta.items() if info.type == name and info.visible]
        if command not in known:
            raise click.UsageError(f"{name} has no {command}; it has {', '.join(sorted(known))}")


def check_flower(arguments: list[str]) -> None:
    import flower.command  # noqa: F401 (defines the options)
    from tornado.options import options

    known = {name.replace("_", "-") for name in options}
    for argument in arguments:
        name = argument.lstrip("-").split("=", 1)[0].replace("_", "-")
        if argument.startswith("--") and name not in known:
            raise click.UsageError(f"flower has no option --{name}")
