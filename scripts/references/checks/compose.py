"""A compose file: it follows the Compose Specification, and Celery takes its command lines."""

from pathlib import Path

import yaml
from compose_spec import PyCompose

from checks.yaml_commands import find_command_problems


def find_problems(path: Path) -> list[str]:
    text = path.read_text()
    try:
        PyCompose.from_yaml(text).validate()
    except ValueError as error:
        return [str(error)]
    return find_command_problems(yaml.safe_load(text))
