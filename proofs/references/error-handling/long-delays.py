"""
On Redis a retry whose pause is longer than the visibility timeout is delivered again while it waits, and each copy runs; within the visibility
timeout it runs once.

needs: redis
"""

import time

from lab import plain_project, wait_until

TASKS = """
from celery import shared_task


@shared_task(bind=True, max_retries=1, default_retry_delay=30)
def deliver(self):
    print("delivering, attempt", self.request.retries)
    if self.request.retries == 0:
        raise self.retry(exc=ConnectionError("refused"))
"""


def shop_with(role, seconds):
    settings = {"CELERY_BROKER_TRANSPORT_OPTIONS": {"visibility_timeout": seconds}}
    return plain_project(role, {"shop/tasks.py": TASKS}, settings=settings)


def retried(*workers):
    return [line for worker in workers for line in worker.lines("delivering, attempt 1")]


def deliver_once(shop):
    shop.run("from shop.tasks import deliver; deliver.apply_async(task_id='deliver-1')")


# A worker looks for messages that were held too long when it starts, and then about every hundred seconds.
shop = shop_with("wrong", 3)
with shop.worker() as first:
    deliver_once(shop)
    first.wait_for("deliver-1. received", count=2)
    time.sleep(5)
    with shop.worker("--hostname=second@%h") as second:
        wait_until(lambda: len(retried(first, second)) >= 2, "the retry to run twice", 60)
        shop.show(retried(first, second)[1])

shop = shop_with("right", 3600)
with shop.worker() as first:
    deliver_once(shop)
    first.wait_for("deliver-1. received", count=2)
    with shop.worker("--hostname=second@%h") as second:
        wait_until(lambda: retried(first, second), "the retry to run", 60)
        time.sleep(3)
        lines = retried(first, second)
        assert len(lines) == 1, lines
        shop.show(lines[0])
