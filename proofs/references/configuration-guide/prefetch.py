"""
With the default prefetch a busy worker keeps short tasks waiting behind a long one while another worker is idle; with `acks_late` and a multiplier
of 1 the idle worker does them.

needs: redis
"""

from lab import plain_project

TASKS = """
import time

from celery import shared_task


@shared_task{options}
def export(name, seconds):
    time.sleep(seconds)
    print("exported", name)
"""
SEND = """
from shop.tasks import export
export.delay("everything", 16)
for number in range(3):
    export.delay(f"order {number}", 0)
"""


def shop_with(role, options, multiplier):
    files = {"shop/tasks.py": TASKS.replace("{options}", options)}
    return plain_project(role, files, settings={"CELERY_WORKER_PREFETCH_MULTIPLIER": multiplier})


shop = shop_with("wrong", "", 4)
shop.run(SEND)
with shop.worker("--concurrency=1") as first:
    first.wait_for(r"\] received", count=4)
    with shop.worker("--concurrency=1", "--hostname=second@%h") as second:
        line = first.wait_for("exported order 2")
        shop.show(f"done by the worker that was busy, after {first.lines('exported')[0]!r}: {line}")
        assert first.lines("exported")[0].endswith("everything"), first.log
        assert not second.lines("received"), second.log

shop = shop_with("right", "(acks_late=True)", 1)
shop.run(SEND)
with shop.worker("--concurrency=1") as first:
    first.wait_for(r"\] received")
    with shop.worker("--concurrency=1", "--hostname=second@%h") as second:
        shop.show(f"done by the idle worker: {second.wait_for('exported order 2')}")
        assert not first.lines("exported"), first.log
