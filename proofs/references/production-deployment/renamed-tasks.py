"""
After a task was renamed, the worker discards messages with the old name for good; registered under both names, it runs them.

needs: redis
"""

from lab import plain_project

OLD = """
from celery import shared_task


@shared_task
def mail_invoice(order_id):
    return f"invoice {order_id}"
"""
RENAMED = OLD.replace("mail_invoice", "send_invoice")
ALIASED = RENAMED + 'shared_task(send_invoice.run, name="shop.tasks.mail_invoice")\n'


def shop_renamed(role, after):
    shop = plain_project(role, {"shop/tasks.py": OLD})
    shop.run("from shop.tasks import mail_invoice; mail_invoice.apply_async((7,), task_id='invoice-7')")
    (shop.folder / "shop/tasks.py").write_text(after)
    return shop


shop = shop_renamed("wrong", RENAMED)
with shop.worker() as worker:
    shop.show(worker.wait_for("Received unregistered task of type 'shop.tasks.mail_invoice'"))
    worker.wait_for("The message has been ignored and discarded")
    state = shop.run("from celery.result import AsyncResult; print(AsyncResult('invoice-7').state)")
    assert "FAILURE" in state, state
(shop.folder / "shop/tasks.py").write_text(ALIASED)
with shop.worker() as worker:
    # The name is known again, and the message is gone all the same.
    shop.run("from shop.tasks import send_invoice; send_invoice.delay(8)")
    worker.wait_for("succeeded in .*'invoice 8'")
    assert not worker.lines("invoice-7"), worker.log

shop = shop_renamed("right", ALIASED)
with shop.worker() as worker:
    shop.show(worker.wait_for("invoice-7. succeeded in .*'invoice 7'"))
