"""Where the servers of this proof are: each project has places of its own in them."""

import os

from .postgres import execute

MOST_PROJECTS = 16


def environment(number):
    """Return the variables by which the project with this number finds its own Redis database, queue and PostgreSQL database."""
    assert number < MOST_PROJECTS, f"a proof has room for {MOST_PROJECTS} projects"
    places = {"PROOF_QUEUE": f"project-{number}"}
    if "REDIS_URL" in os.environ:
        base, _, first = os.environ["REDIS_URL"].rpartition("/")
        places["REDIS_URL"] = f"{base}/{int(first) + number}"
    if "DATABASE_URL" in os.environ:
        places["DATABASE_URL"] = _database(number)
    return places


def _database(number):
    base, _, name = os.environ["DATABASE_URL"].rpartition("/")
    execute(os.environ["DATABASE_URL"], f"CREATE DATABASE {name}_{number}")
    return f"{base}/{name}_{number}"
