"""What proofs in Python stand on: example projects of a rule's page, real workers, a web that answers as it is told."""

from .project import Project, plain_project, project
from .program import Program
from .postgres import slow_commits
from .waiting import wait_until
from .web import Web

__all__ = ["Program", "Project", "Web", "plain_project", "project", "slow_commits", "wait_until"]
