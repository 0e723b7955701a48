"""
A worker removes the handlers that LOGGING put on the root logger, and without worker_hijack_root_logger the records of get_task_logger
still pass them by; with a receiver of setup_logging both kinds of records arrive.

needs: redis
"""

from lab import plain_project

FILES = {
    "shop/tasks.py": """
import logging

from celery import shared_task
from celery.utils.log import get_task_logger

plain, special = logging.getLogger("shop.plain"), get_task_logger("shop.special")


@shared_task
def count():
    plain.warning("a plain record")
    special.warning("a task record")
""",
}
OWN_LOGGING = {
    "config/celery.py": """
from logging.config import dictConfig

from celery import Celery
from celery.signals import setup_logging

app = Celery("config")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def use_django_logging(**_):
    from django.conf import settings

    dictConfig(settings.LOGGING)
"""
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "file": {"class": "logging.FileHandler", "filename": "app.log"},
        "console": {"class": "logging.StreamHandler"},
    },
    "root": {"handlers": ["file", "console"], "level": "INFO"},
}
BOTH = {"a plain record", "a task record"}


def arrived(role, files=None, settings=None):
    """The records of one run that reach the file of LOGGING."""
    shop = plain_project(role, FILES | (files or {}), settings={"LOGGING": LOGGING, **(settings or {})})
    with shop.worker() as worker:
        shop.run("from shop.tasks import count; count.apply_async(task_id='one')")
        worker.wait_for("one. succeeded")
        for record in BOTH:
            worker.wait_for(record)
    found = BOTH & set((shop.folder / "app.log").read_text().splitlines())
    shop.show(f"in the file of LOGGING: {', '.join(sorted(found)) or 'nothing'}")
    return found


assert arrived("wrong") == set()
assert arrived("wrong", settings={"CELERY_WORKER_HIJACK_ROOT_LOGGER": False}) == {"a plain record"}
assert arrived("right", OWN_LOGGING) == BOTH
