"""Programs of supervisor: its own parser reads them, asks for every option in them, and Celery takes their command lines."""

import shlex
import tempfile
from pathlib import Path
from unittest import mock

from supervisor import datatypes, options

from checks.celery_line import find_problems_in
from checks.ini_lines import values


def find_problems(path: Path) -> list[str]:
    text = path.read_text()
    lines = [problem for command in values(text, "command") for problem in find_problems_in(shlex.split(command))]
    return lines + read(text)


def read(text: str) -> list[str]:
    asked: set[tuple[str, str]] = set()
    original = options.UnhosedConfigParser.saneget

    def saneget(self, section, option, *args, **kwargs):
        asked.add((section, option))
        return original(self, section, option, *args, **kwargs)

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "supervisord.conf")
        file.write_text(text if "[supervisord]" in text else f"[supervisord]\n{text}")
        # Users and folders are those of another machine.
        with (
            mock.patch.object(options.UnhosedConfigParser, "saneget", saneget),
            mock.patch.object(options, "name_to_uid", lambda name: 0),
            mock.patch.object(options, "gid_for_uid", lambda uid: 0),
            mock.patch.object(datatypes, "existing_dirpath", str),
            mock.patch.object(options, "existing_dirpath", str),
            mock.patch.object(options.Options, "usage", usage),
        ):
            try:
                settings = options.ServerOptions()
                settings.realize(["-c", str(file)], doc="")
            except ValueError as error:
                return [str(error)]
        parser = options.UnhosedConfigParser()
        parser.read_string(file.read_text())
    return [
        f"supervisor does not read {option} in [{section}]"
        for section in parser.sections()
        if section.split(":")[0] in {"program", "group", "supervisord", "eventlistener"}
        for option in parser.options(section)
        if (section, option) not in asked
    ]


def usage(self, message: str) -> None:
    raise ValueError(message)
