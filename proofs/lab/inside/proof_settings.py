"""
The Django settings that a project of a proof runs with: its own, where it has some, on the servers of the proof.

Everything here runs inside the processes of the project.
"""

import importlib
import json
import os
from pathlib import Path
from urllib.parse import urlsplit

import surroundings

_project = Path(os.environ["PROOF_PROJECT"])

# The settings of most projects stand in the package that holds the Celery app, and so bring it along.
importlib.import_module("config")


def _apps():
    known = {"config"}
    folders = {path.parent for name in ("models.py", "tasks.py", "apps.py") for path in _project.rglob(name)}
    names = {".".join(folder.relative_to(_project).parts) for folder in folders if folder != _project}
    return sorted(names - known)


def _database():
    if "DATABASE_URL" not in os.environ:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(_project / "db.sqlite3")}
    url = urlsplit(os.environ["DATABASE_URL"])
    place = {"HOST": url.hostname, "PORT": url.port, "USER": url.username, "NAME": url.path.lstrip("/")}
    return {"ENGINE": "django.db.backends.postgresql"} | place


SECRET_KEY = "a secret of the proof"
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = next((".".join(path.relative_to(_project).with_suffix("").parts) for path in _project.rglob("urls.py")), "no_urls")

_asked = json.loads(os.environ["PROOF_SETTINGS"])
_own = {}
if (_project / "config" / "settings.py").exists():
    _own = {name: value for name, value in vars(importlib.import_module("config.settings")).items() if name.isupper()}
globals().update(_own | _asked)

INSTALLED_APPS = list(dict.fromkeys(["django.contrib.contenttypes", "django.contrib.auth", *globals().get("INSTALLED_APPS", []), *_apps()]))
# Their tables are made at once, without the history of each.
MIGRATION_MODULES = {name.rpartition(".")[2]: None for name in INSTALLED_APPS}
DATABASES = {alias: options | _database() for alias, options in ({"default": {}} | globals().get("DATABASES", {})).items()}

CELERY_BROKER_URL = os.environ.get("AMQP_URL") or os.environ.get("REDIS_URL") or "memory://"
CELERY_RESULT_BACKEND = os.environ.get("REDIS_URL")
CELERY_TASK_DEFAULT_QUEUE = os.environ["PROOF_QUEUE"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A line that is printed stays one line.
CELERY_WORKER_REDIRECT_STDOUTS = False
# Tasks in a module of the project itself belong to no Django app.
CELERY_IMPORTS = [name for name in ("tasks",) if (_project / f"{name}.py").exists()]

globals().update({name: value for name, value in _asked.items() if name not in ("DATABASES", "INSTALLED_APPS")})
surroundings.prepare()
