"""What proofs in Python stand on: example projects of a rule's page, real workers, a web that answers as it is told."""

from .own_redis import stop_redis
from .postgres import slow_commits
from .program import Program
from .project import Project, plain_project, project
from .waiting import wait_until
from .web import Web

__all__ = ["Program", "Project", "Web", "plain_project", "project", "slow_commits", "stop_redis", "wait_until"]
