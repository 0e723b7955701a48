"""A fragment is a module that only defines things. It is looked at, and then imported into a Django project with stand-ins for the reader's own modules."""

import ast
import importlib.abc
import importlib.machinery
import os
import sys
import traceback
import types
from pathlib import Path
from unittest import mock

from checks import static

# Packages of the project that fragments are written for.
PROJECT = frozenset({"config", "shop", "accounts", "billing", "orders", "reports"})
APPS = sorted(PROJECT - {"config"})
FRAGMENT = "shop.fragment"


class StandIn(types.ModuleType):
    """A module of the project: it has whatever is imported from it."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        value = make_member(self.__name__, name)
        setattr(self, name, value)
        return value


def make_member(module: str, name: str) -> object:
    package, _, place = module.partition(".")
    if name in {"app", "celery_app"}:
        from celery import current_app

        return current_app._get_current_object()
    if place == "models" and name[0].isupper():
        from django.db import models

        return type(name, (models.Model,), {"__module__": module, "Meta": type("Meta", (), {"app_label": package})})
    if name[0].isupper():
        return type(name, (Exception,), {"__module__": module})
    if place == "tasks":
        from celery import shared_task

        return shared_task(name=f"{module}.{name}")(do_nothing)
    return mock.MagicMock(name=f"{module}.{name}")


def do_nothing(*args, **kwargs):
    """The body of the project's other tasks."""


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        is_ours = name.split(".")[0] in PROJECT and name != FRAGMENT
        # Django would look for these in every app.
        is_optional = name.rsplit(".", 1)[-1] in {"migrations", "apps", "management", "templatetags"}
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if is_ours and not is_optional else None

    def create_module(self, spec):
        module = StandIn(spec.name)
        module.__file__ = f"/{spec.name.replace('.', '/')}/__init__.py"
        return module

    def exec_module(self, module):
        pass


def find_problems(path: Path) -> list[str]:
    text = path.read_text()
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return [f"line {error.lineno}: {error.msg}"]
    sys.meta_path.insert(0, Finder())
    from celery import Celery

    Celery("config", broker="memory://", backend="cache+memory://", set_as_current=True)
    set_up_django()
    return static.check(tree, PROJECT) or find_import_problem(text)


def set_up_django() -> None:
    import django
    from django.conf import settings

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    contrib = ["admin", "auth", "contenttypes", "messages", "sessions"]
    settings.configure(
        SECRET_KEY="fragment",
        USE_TZ=True,
        ROOT_URLCONF="config.urls",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[*(f"django.contrib.{name}" for name in contrib), "django_celery_beat", "django_celery_results", *APPS],
    )
    django.setup()


def find_import_problem(text: str) -> list[str]:
    """The exception that importing the fragment as `shop/fragment.py`, and making its tasks, raises."""
    module = types.ModuleType(FRAGMENT)
    module.__file__ = "/shop/fragment.py"
    module.__package__ = "shop"
    sys.modules[FRAGMENT] = module
    try:
        exec(compile(text, "fragment.py", "exec"), module.__dict__)
        from celery._state import _get_active_apps

        for app in _get_active_apps():
            app.finalize()
    except Exception:
        return [traceback.format_exc(limit=-3)]
    return []
