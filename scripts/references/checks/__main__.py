"""`python -m checks KIND FILE`: ends with 0 where nothing is wrong with the block in FILE, else prints what is."""

import sys
from importlib import import_module
from pathlib import Path

MODULES = {
    "python run": "static",
    "python fragment": "fragment",
    "shell": "shell",
    "systemd": "systemd",
    "supervisor": "supervisord",
    "compose": "compose",
    "kubernetes": "kubernetes",
    "prometheus rules": "prometheus",
    "prometheus settings": "prometheus",
    "dockerfile": "dockerfile",
}


def main() -> int:
    kind, path = sys.argv[1:]
    problems = import_module(f"checks.{MODULES[kind]}").find_problems(Path(path))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
