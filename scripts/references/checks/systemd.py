"""A unit of systemd: `systemd-analyze verify` has nothing to say, and Celery takes its command lines."""

import re
import shlex
import subprocess
import tempfile
from pathlib import Path

from checks.celery_line import find_problems_in
from checks.ini_lines import values


def find_problems(path: Path) -> list[str]:
    text = path.read_text()
    lines = [problem for command in values(text, r"Exec\w+") for problem in find_problems_in(shlex.split(command.lstrip("-@:+!")))]
    return lines + verify(path.name, text)


def verify(name: str, text: str) -> list[str]:
    # Whether the programs are installed here says nothing about the unit.
    installed = re.sub(r"^(Exec\w+\s*=\s*[-@:+!]*)\S+", r"\1/bin/true", text, flags=re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        unit = Path(folder, name)
        unit.write_text(installed)
        if name.endswith(".timer"):
            unit.with_suffix(".service").write_text("[Service]\nExecStart=/bin/true\n")
        told = subprocess.run(["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True)
    about = [line for line in told.stderr.splitlines() if name in line]
    return about or ([] if told.returncode == 0 else [told.stderr.strip()])
