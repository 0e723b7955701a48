"""
With the broker away, a callback after the commit fails a request whose row is saved, and a robust partial fails once more while it is
logged; a robust bound method is logged, and the next callback runs.
"""

from lab import plain_project

FILES = {
    "shop/models.py": """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
""",
    "shop/tasks.py": """
from celery import shared_task


@shared_task
def send_receipt():
    print("receipt")
""",
}
NO_BROKER = {"CELERY_BROKER_URL": "redis://localhost:1/0", "CELERY_BROKER_TRANSPORT_OPTIONS": {"max_retries": 0}}

PLACE = """
from functools import partial
from django.db import transaction
from shop.models import Order
from shop.tasks import send_receipt

with transaction.atomic():
    Order.objects.create(email="ada@example.com")
    transaction.on_commit({callback})
    transaction.on_commit(lambda: print("the next callback"))
"""
COUNT = "from shop.models import Order; print(Order.objects.count(), 'orders')"

for callback, expected in {
    "send_receipt.delay": r"^kombu\.exceptions\.OperationalError",
    "partial(send_receipt.delay), robust=True": r"^AttributeError: 'functools\.partial' object has no attribute '__qualname__'",
}.items():
    shop = plain_project("wrong", FILES, settings=NO_BROKER)
    error = shop.fails(PLACE.format(callback=callback), expected)
    assert "1 orders" in shop.run(COUNT)
    shop.show(error)

# Where DEBUG is off, Django's own logging settings show nothing on the console.
shop = plain_project("right", FILES, settings=NO_BROKER | {"DEBUG": True})
output = shop.run(PLACE.format(callback="send_receipt.delay, robust=True"))
logged = next(line for line in output.splitlines() if line.startswith("Error calling"))
assert "the next callback" in output
assert "1 orders" in shop.run(COUNT)
shop.show(logged)
