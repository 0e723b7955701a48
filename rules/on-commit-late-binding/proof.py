"""
Callbacks for the commit that read a variable of their loop all send its last value, without a word; a partial and `delay_on_commit` send
each its own.

needs: redis
"""

from lab import project

MODELS = """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
"""
EACH_ALONE = """
from django.db import transaction

from shop.models import Order
from shop.tasks import send_receipt


def place_each(emails, durable=False):
    for email in emails:
        with transaction.atomic(durable=durable):
            order = Order.objects.create(email=email)
            transaction.on_commit(lambda: send_receipt.delay(order.pk))
"""
SHOP = {"shop/models.py": MODELS, "shop/checkout.py": EACH_ALONE}

EMAILS = ["ada@example.com", "bob@example.com", "eve@example.com"]
OUTER = "from django.db import transaction\nwith transaction.atomic(): "


def sent(call, emails=EMAILS, role="wrong", before=""):
    """What the messages carry that this call sends in a project of its own: their arguments."""
    shop = project(role, files=SHOP)
    module, _, name = call.rpartition(".")
    wrote = shop.run(f"from {module} import {name}\n{before}{name}({emails})")
    assert wrote == "", wrote
    return shop, [header["argsrepr"] for header in shop.queued()]


shop, arguments = sent("shop.tasks.place_orders")
assert arguments == ["(3,)", "(3,)", "(3,)"], arguments
shop.show(f'"argsrepr": {", ".join(arguments)}')
with shop.worker() as worker:
    shop.show(worker.wait_for("^receipt for 3$", count=3) + ", three times")
    assert not worker.lines("receipt for [12]|raised|WARNING|ERROR"), worker.log

# With one row all is well, and so it is with a transaction for each turn, unless there is one around them.
assert sent("shop.tasks.place_orders", EMAILS[:1])[1] == ["(1,)"]
assert sent("shop.checkout.place_each")[1] == ["(1,)", "(2,)", "(3,)"]
shop, arguments = sent("shop.checkout.place_each", before=OUTER)
assert arguments == ["(3,)", "(3,)", "(3,)"], arguments
durable = f"from shop.checkout import place_each\n{OUTER}place_each({EMAILS}, durable=True)"
shop.fails(durable, "^RuntimeError: A durable atomic block cannot be nested")

for call in ("shop.tasks.place_orders", "shop.tasks.place_quiet_orders"):
    shop, arguments = sent(call, role="right")
    assert arguments == ["(1,)", "(2,)", "(3,)"], arguments
with shop.worker() as worker:
    worker.wait_for(r"send_receipt\S+ succeeded", count=3)
    assert sorted(worker.lines("^receipt for")) == ["receipt for 1", "receipt for 2", "receipt for 3"], worker.log
shop.show(f'"argsrepr": {", ".join(arguments)}')
