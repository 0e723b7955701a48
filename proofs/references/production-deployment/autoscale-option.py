"""
With `--autoscale` a worker fetches messages for its maximum from the start, whatever the load: at 6,1 it takes thirty, where a worker with one
process takes five and leaves the rest to others. With the threads pool it stops as soon as it should grow.

needs: redis
"""

import time

from lab import plain_project

TASKS = """
import time

from celery import shared_task


@shared_task
def export():
    time.sleep(30)
"""
SEND = "from shop.tasks import export\nfor _ in range(40): export.delay()"


def taken_by(role, option, expected):
    shop = plain_project(role, {"shop/tasks.py": TASKS})
    shop.run(SEND)
    with shop.worker(option) as worker:
        worker.wait_for("received", count=expected)
        time.sleep(3)
        taken, left = len(worker.lines("received")), len(shop.queued())
    assert (taken, left) == (expected, 40 - expected), (taken, left)
    shop.show(f"{option}: {taken} of 40 messages taken")


taken_by("wrong", "--autoscale=6,1", 30)

shop = plain_project("wrong", {"shop/tasks.py": TASKS})
with shop.worker("--pool=threads", "--autoscale=6,1") as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("Unrecoverable error: AttributeError.*no attribute 'grow'"))

taken_by("right", "--concurrency=1", 5)
