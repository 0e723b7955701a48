"""
A countdown given to `delay` is refused as an argument that the task does not have; given as an option, it delays the task.

needs: redis
"""

from datetime import datetime, timedelta, timezone

from lab import plain_project, project

REMIND = "from types import SimpleNamespace; from shop.tasks import remind; remind(SimpleNamespace(pk=7))"

# Nothing is compared with the signature of a class-based task: there it is the worker that fails.
CLASS = """
from config.celery import app


class SendReceipt(app.Task):
    name = "shop.tasks.send_receipt"

    def run(self, order_id):
        print("receipt for", order_id)


send_receipt = app.register_task(SendReceipt())
"""


def is_delayed(header):
    """Whether a message is to wait for about five minutes."""
    eta = header["eta"]
    return eta is not None and timedelta(minutes=4) < datetime.fromisoformat(eta) - datetime.now(timezone.utc) < timedelta(minutes=6)


shop = project("wrong")
shop.show(shop.fails(REMIND, r"TypeError: send_receipt\(\) got an unexpected keyword argument 'countdown'"))
assert shop.queued() == []

shop = plain_project("wrong", {"shop/tasks.py": CLASS})
with shop.worker() as worker:
    shop.run("from shop.tasks import send_receipt; send_receipt.delay(7, countdown=300)")
    shop.show(worker.wait_for(r"send_receipt\S+ raised unexpected: TypeError"))

shop = project("right", faster=300)
shop.run(REMIND)
assert [is_delayed(header) for header in shop.queued()] == [True, True, True]
with shop.worker() as worker:
    shop.show(worker.wait_for(r"send_receipt\S+ succeeded", count=3))
    assert len(worker.lines("receipt for 7")) == 3
