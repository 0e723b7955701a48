"""
In eager mode a task that is sent before the commit finds the uncommitted row, so a test passes and production fails; a retry becomes an
exception with task_eager_propagates, and send_task sends all the same.

needs: redis, postgres
"""

from lab import plain_project, slow_commits

FILES = {
    "shop/models.py": """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
""",
    "shop/tasks.py": """
from celery import shared_task
from shop.models import Order


@shared_task
def send_receipt(order_id):
    print("receipt for", Order.objects.get(pk=order_id).email)


@shared_task(bind=True, max_retries=3)
def charge(self):
    raise self.retry(exc=ConnectionError("gateway is down"))
""",
}
PLACE = """
from django.db import transaction
from shop.models import Order
from shop.tasks import send_receipt

with transaction.atomic():
    send_receipt.{send}(Order.objects.create(email="ada@example.com").pk)
"""
EAGER = {"CELERY_TASK_ALWAYS_EAGER": True, "CELERY_TASK_EAGER_PROPAGATES": True}

shop = plain_project("wrong", FILES, settings=EAGER)
assert "receipt for ada@example.com" in shop.run(PLACE.format(send="delay"))
shop.fails("from shop.tasks import charge; charge.delay()", r"^celery\.exceptions\.Retry")
assert "AlwaysEagerIgnored" in shop.run("from config import celery_app; celery_app.send_task('shop.tasks.send_receipt', args=(1,))")
assert [message["task"] for message in shop.queued()] == ["shop.tasks.send_receipt"]

for role, send, expected in (("wrong", "delay", "raised unexpected: DoesNotExist"), ("right", "delay_on_commit", r"send_receipt\S+ succeeded")):
    shop = plain_project(role, FILES)
    slow_commits(shop, "shop_order")
    with shop.worker() as worker:
        shop.run(PLACE.format(send=send))
        shop.show(worker.wait_for(expected))
