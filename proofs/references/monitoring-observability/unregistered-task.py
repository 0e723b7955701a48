"""
A worker discards a message whose task it does not know, and no later worker gets it; under its old name as well, the task runs.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task(name="shop.tasks.send_receipt")
def send_receipt():
    print("sent", flush=True)
"""
OLD_NAME = """

shared_task(name="shop.mail.send_receipt")(send_receipt.run)
"""
SEND = "from config import celery_app; celery_app.send_task('shop.mail.send_receipt', task_id='old')"
STORED = "from config import celery_app; print(type(celery_app.AsyncResult('old').result).__name__)"

shop = plain_project("wrong", {"shop/tasks.py": TASKS})
with shop.worker() as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("Received unregistered task"))
    worker.wait_for("ignored and discarded")
assert shop.queued() == []
stored = shop.run(STORED)
assert stored.strip() == "NotRegistered", stored
(shop.folder / "shop/tasks.py").write_text(TASKS + OLD_NAME)
with shop.worker() as worker:
    shop.run("from shop.tasks import send_receipt; send_receipt.apply_async(task_id='new')")
    worker.wait_for("new. succeeded")
    assert len(worker.lines("^sent$")) == 1, worker.log

shop = plain_project("right", {"shop/tasks.py": TASKS + OLD_NAME})
with shop.worker() as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("shop.mail.send_receipt.old. succeeded"))
    assert len(worker.lines("^sent$")) == 1, worker.log
