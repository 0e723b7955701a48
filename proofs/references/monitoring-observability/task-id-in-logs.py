"""
A plain formatter with %(task_id)s fails and the line is lost; TaskFormatter fills it in for records of any logger.

needs: redis
"""

from lab import plain_project

FILES = {
    "shop/tasks.py": """
import logging

from celery import shared_task


@shared_task
def count():
    logging.getLogger("shop.stock").warning("counting")
""",
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
""",
}


def logging_with(**formatter):
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"task": {"fmt": "%(task_id)s %(message)s", **formatter}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "task"}},
        "root": {"handlers": ["console"], "level": "INFO"},
    }


SEND = "from shop.tasks import count; count.apply_async(task_id='one').get(timeout=20)"

shop = plain_project("wrong", FILES, settings={"LOGGING": logging_with(**{"()": "logging.Formatter"})})
with shop.start("from config import celery_app; celery_app.worker_main(['worker', '--pool=solo'])") as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("ValueError: Formatting field not found in record: 'task_id'"))
    assert worker.lines("^one counting$") == []

shop = plain_project("right", FILES, settings={"LOGGING": logging_with(**{"()": "celery.app.log.TaskFormatter", "use_color": False})})
with shop.worker() as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("^one counting$"))
    assert worker.lines("Formatting field not found") == []
