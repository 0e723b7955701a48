"""
`inspect` gives None while the one worker is busy in the solo pool, as if there were none; a worker with the threads pool answers beside its task.

needs: redis
"""

from lab import plain_project

FILES = {
    "shop/tasks.py": """
import time

from celery import shared_task


@shared_task
def export():
    print("begins", flush=True)
    time.sleep(20)
"""
}
ASK = """
from config import celery_app
replies = celery_app.control.inspect(timeout=3).active()
print("active:", replies and [task["name"] for tasks in replies.values() for task in tasks])
"""


def asked(role, pool):
    """What `active` gives while the worker has a task."""
    shop = plain_project(role, FILES)
    with shop.worker(f"--pool={pool}") as worker:
        shop.run("from shop.tasks import export; export.delay()")
        worker.wait_for("^begins$")
        said = shop.run(ASK).strip()
        worker.stop(9)
    shop.show(said)
    return said


assert asked("wrong", "solo") == "active: None"
assert asked("right", "threads") == "active: ['shop.tasks.export']"
