"""
A `Reject` that matches `autoretry_for` is retried and runs again; with `dont_autoretry_for` it runs once.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task
from celery.exceptions import Reject


@shared_task(acks_late=True, autoretry_for=(Exception,), default_retry_delay=0, max_retries=2{option})
def convert():
    print("converting")
    raise Reject("no licence", requeue=False)


@shared_task
def last():
    print("all done")
"""
SEND = "from shop.tasks import *; convert.delay()"

shop = plain_project("wrong", {"shop/tasks.py": TASKS.format(option="")})
with shop.worker() as worker:
    shop.run(SEND)
    worker.wait_for("converting", count=3)
    shop.show(worker.lines("retry: Retry in 0s")[0])

shop = plain_project("right", {"shop/tasks.py": TASKS.format(option=", dont_autoretry_for=(Reject,)")})
with shop.worker("--concurrency=1") as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("no licence"))
    shop.run("from shop.tasks import *; last.delay()")
    worker.wait_for("all done")
    assert len(worker.lines("converting")) == 1, worker.log
