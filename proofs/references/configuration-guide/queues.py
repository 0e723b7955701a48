"""
Where `task_queues` leaves the default queue out, a worker without `-Q` does not read it, and tasks without a route wait for ever; with the default
queue among them, they run.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task
def send_mail():
    print("mail sent")


@shared_task
def ship():
    print("order shipped")
"""
SETTINGS = """
import os

from kombu import Queue

CELERY_TASK_QUEUES = [%s]
CELERY_TASK_ROUTES = {"shop.tasks.send_mail": {"queue": "mail"}}
"""
SEND = "from shop.tasks import ship, send_mail; ship.delay(); send_mail.delay()"


def shop_with(role, queues):
    return plain_project(role, {"shop/tasks.py": TASKS, "config/settings.py": SETTINGS % queues})


shop = shop_with("wrong", 'Queue("mail")')
with shop.worker() as worker:
    shop.run(SEND)
    worker.wait_for("mail sent")
    assert not worker.lines("order shipped"), worker.log
    waiting = [headers["task"] for headers in shop.queued()]
    assert waiting == ["shop.tasks.ship"], waiting
    shop.show(f"waits in the default queue: {waiting[0]}")

shop = shop_with("right", 'Queue("mail"), Queue(os.environ["PROOF_QUEUE"])')
with shop.worker() as worker:
    shop.run(SEND)
    worker.wait_for("mail sent")
    shop.show(worker.wait_for("order shipped"))
    assert shop.queued() == []
