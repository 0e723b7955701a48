"""
A task that is sent inside a transaction runs before the rows are there; sent on commit, it finds them.

needs: redis, postgres
"""

from lab import project, slow_commits

MODELS = """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
    confirmed = models.BooleanField(default=False)

    def send_receipt(self):
        print("receipt for", self.email)


class Refund(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="refunds")
"""

# The examples whose tasks print a number get tasks that need the row.
TASKS = """
from celery import shared_task
from shop.models import Order


@shared_task
def reserve_stock(order_id):
    Order.objects.get(pk=order_id)


@shared_task
def send_receipt(order_id):
    Order.objects.get(pk=order_id).send_receipt()
"""

SHOP = {"shop/models.py": MODELS}
LEDGER = {"DATABASES": {"default": {}, "ledger": {}}}

PLACE = "from shop.checkout import place_order; place_order('ada@example.com')"
POST = "from django.test import Client; assert Client().post('/orders/', {'email': 'ada@example.com'}).status_code == 200"
REFUND = "from shop.checkout import refund; from shop.models import Order; refund(Order.objects.using('ledger').get())"


def receipts(shop, *calls):
    """The lines of the worker about each receipt, on a database whose commits are slow."""
    slow_commits(shop, "shop_order")
    with shop.worker() as worker:
        for count, call in enumerate(calls, start=1):
            shop.run(call)
            worker.wait_for(r"Task shop\.tasks\.send_receipt\S+ (raised|succeeded)", count=count)
        return worker


for heading, call in {"Sent inside the block": PLACE, "Sent further down the call path": PLACE, "Sent by a view under ATOMIC_REQUESTS": POST}.items():
    shop = project("wrong", heading, SHOP | {"shop/tasks.py": TASKS})
    worker = receipts(shop, call)
    shop.show(worker.wait_for(r"raised unexpected: DoesNotExist"))
    assert not worker.lines("receipt for")

for heading, files, calls in [
    ("Sent after the commit", SHOP, [PLACE]),
    ("Registered with on_commit", SHOP | {"shop/tasks.py": TASKS}, [PLACE, REFUND]),
]:
    shop = project("right", heading, files, settings=LEDGER)
    worker = receipts(shop, *calls)
    assert len(worker.lines(r"receipt for ada@example\.com")) == len(calls), worker.log
    assert not worker.lines("raised")
    shop.show(worker.wait_for(r"send_receipt\S+ succeeded"))
