"""
A process that dies between the commit and the publishing leaves an order that no task knows of; with an outbox the row is there, and
of two relays that run at once only one sends it.

needs: redis, postgres
"""

from lab import plain_project

FILES = {
    "shop/models.py": """
from django.db import models


class Order(models.Model):
    email = models.EmailField()


class Outbox(models.Model):
    task = models.CharField(max_length=200)
    args = models.JSONField(default=list)
""",
    "shop/tasks.py": """
import time

from celery import current_app, shared_task
from django.db import transaction
from shop.models import Outbox


@shared_task
def send_receipt(order_id):
    print("receipt for", order_id)


@transaction.atomic
def relay_outbox(pause=0):
    for row in Outbox.objects.select_for_update(skip_locked=True).order_by("pk")[:100]:
        current_app.send_task(row.task, args=row.args, task_id=f"outbox-{row.pk}")
        row.delete()
        print("relayed", row.task, flush=True)
        time.sleep(pause)
""",
}
# The process ends right after the commit, before anything else can be done.
PLACE = """
import os
from functools import partial
from django.db import transaction
from shop.models import Order, Outbox
from shop.tasks import send_receipt

with transaction.atomic():
    order = Order.objects.create(email="ada@example.com")
    transaction.on_commit(partial(os._exit, 0))
    {dispatch}
"""
COUNT = "from shop.models import Order; print(Order.objects.count(), 'orders')"

shop = plain_project("wrong", FILES)
shop.run(PLACE.format(dispatch="send_receipt.delay_on_commit(order.pk)"))
line = shop.run(COUNT).splitlines()[0]
assert (line, shop.queued()) == ("1 orders", []), (line, shop.queued())
shop.show(f"{line}, {len(shop.queued())} messages")

shop = plain_project("right", FILES)
shop.run(PLACE.format(dispatch="Outbox.objects.create(task='shop.tasks.send_receipt', args=[order.pk])"))
assert shop.queued() == []
with shop.start("from shop.tasks import relay_outbox; relay_outbox(pause=5)") as slow:
    slow.wait_for("relayed shop.tasks.send_receipt")
    assert "relayed" not in shop.run("from shop.tasks import relay_outbox; relay_outbox()")
    assert slow.wait() == 0
sent = [message["id"] for message in shop.queued()]
assert len(sent) == 1 and sent[0].startswith("outbox-"), sent
assert "relayed" not in shop.run("from shop.tasks import relay_outbox; relay_outbox()")
shop.show(f"1 orders, {len(sent)} messages: {sent[0]}")
