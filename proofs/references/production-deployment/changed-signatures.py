"""
After a release that adds a required parameter, messages from before fail with TypeError; with a default they run. A new sender's argument
fails on a worker that does not know it yet.

needs: redis
"""

from lab import plain_project

HEAD = """
from celery import shared_task


@shared_task
"""
OLD = HEAD + 'def send_invoice(order_id):\n    return f"invoice {order_id}"\n'
REQUIRED = HEAD + 'def send_invoice(order_id, currency):\n    return f"invoice {order_id} in {currency}"\n'
DEFAULT = HEAD + 'def send_invoice(order_id, currency="EUR"):\n    return f"invoice {order_id} in {currency}"\n'


def release(shop, tasks):
    (shop.folder / "shop/tasks.py").write_text(tasks)


def shop_with_waiting(role, after):
    """A shop in which a message was sent before the release."""
    shop = plain_project(role, {"shop/tasks.py": OLD})
    shop.run("from shop.tasks import send_invoice; send_invoice.delay(7)")
    release(shop, after)
    return shop


shop = shop_with_waiting("wrong", REQUIRED)
with shop.worker() as worker:
    shop.show(worker.wait_for(r"TypeError.*missing 1 required positional argument: 'currency'"))
    assert shop.queued() == []

early = plain_project("wrong", {"shop/tasks.py": OLD})
with early.worker() as worker:
    release(early, DEFAULT)
    early.run("from shop.tasks import send_invoice; send_invoice.delay(7, currency='USD')")
    early.show(worker.wait_for(r"TypeError.*unexpected keyword argument 'currency'"))

shop = shop_with_waiting("right", DEFAULT)
with shop.worker() as worker:
    shop.show(worker.wait_for("succeeded in .*'invoice 7 in EUR'"))
    shop.run("from shop.tasks import send_invoice; send_invoice.delay(8, currency='USD')")
    shop.show(worker.wait_for("succeeded in .*'invoice 8 in USD'"))
