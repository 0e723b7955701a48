"""
With `task_acks_on_failure_or_timeout` off, a task that the hard time limit ends comes back and is ended again, without end; with the default
it fails once.

needs: redis
since: celery 5.5
"""

from lab import plain_project

TASKS = """
import time

from celery import shared_task


@shared_task(acks_late=True, time_limit=1)
def export():
    time.sleep(30)
"""
ENDED = r"Hard time limit \(1s\) exceeded"


def shop_with(role, settings):
    return plain_project(role, {"shop/tasks.py": TASKS}, settings=settings)


shop = shop_with("wrong", {"CELERY_TASK_ACKS_ON_FAILURE_OR_TIMEOUT": False})
with shop.worker() as worker:
    shop.run("from shop.tasks import export; export.apply_async(task_id='export-1')")
    shop.show(worker.wait_for(ENDED, count=3))
    assert len(worker.lines("export-1. received")) >= 3, worker.log

shop = shop_with("right", {})
with shop.worker() as worker:
    shop.run("from shop.tasks import export; result = export.apply_async(task_id='export-1'); result.get(timeout=30, propagate=False)")
    shop.show(worker.wait_for(ENDED))
    shop.run("from shop.tasks import export; export.apply_async(task_id='export-2').get(timeout=30, propagate=False)")
    assert len(worker.lines("export-1. received")) == 1, worker.log
