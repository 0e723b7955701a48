"""
An error in `on_failure` takes the place of the task's exception, in the backend and in the `task_failure` signal; an error in a receiver of that signal does not.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import Task, shared_task
from celery.signals import task_failure


@task_failure.connect
def count(sender, exception, **_):
    print("counted:", repr(exception))


class Alerting(Task):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        raise KeyError("no channel for alerts")


@task_failure.connect
def alert(sender, **_):
    if sender.name.endswith("refund"):
        raise KeyError("no channel for alerts")


@shared_task(base=Alerting)
def charge():
    raise ValueError("card declined")


@shared_task
def refund():
    raise ValueError("card declined")
"""
SEND = "from shop.tasks import {task}; {task}.apply_async(task_id='{task}-1')"
STORED = "from config.celery import app; print('stored:', repr(app.AsyncResult('{task}-1').result))"


def stored(shop, worker, task):
    """What the backend holds when the failing task has been dealt with."""
    shop.run(SEND.format(task=task))
    worker.wait_for("no channel for alerts")
    output = shop.run(STORED.format(task=task))
    return next(line for line in output.splitlines() if line.startswith("stored:"))


shop = plain_project("wrong", {"shop/tasks.py": TASKS})
with shop.worker() as worker:
    line = stored(shop, worker, "charge")
    assert "KeyError" in line, line
    shop.show(line)
    worker.wait_for("counted: KeyError")
    assert not worker.lines("counted: ValueError"), worker.log

shop = plain_project("right", {"shop/tasks.py": TASKS})
with shop.worker() as worker:
    line = stored(shop, worker, "refund")
    assert "ValueError" in line, line
    shop.show(line)
    worker.wait_for("counted: ValueError")
