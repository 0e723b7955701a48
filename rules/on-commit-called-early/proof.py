"""
`on_commit(task.delay(x))` sends at once and then raises a TypeError, so that a worker is told of a row that was rolled back; a partial and
`delay_on_commit` send after the commit.

needs: redis
"""

from lab import project

MODELS = """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
"""
SHOP = {"shop/models.py": MODELS}

PLACE = "from shop.tasks import place_order; place_order('ada@example.com')"
COUNT = "from shop.models import Order; print(Order.objects.count(), 'orders')"

# What most tests do: a mock stands for the result of the dispatch, and a mock can be called.
MOCKED = """
from unittest.mock import patch
from shop.tasks import place_order, send_receipt
with patch.object(send_receipt, "delay") as delay:
    place_order("ada@example.com")
delay.assert_called_once_with(1)
"""

PLACE_BOTH = "from shop.tasks import place_order, place_quiet_order; place_order('ada@example.com'); place_quiet_order('bob@example.com')"
ROLLED_BACK = """
from django.db import transaction
with transaction.atomic():
    from shop.tasks import place_order, place_quiet_order
    place_order("ada@example.com")
    place_quiet_order("bob@example.com")
    raise ValueError("card declined")
"""

shop = project("wrong", files=SHOP)
shop.show(shop.fails(PLACE, r"^TypeError: on_commit\(\)'s callback must be a callable\.$"))
with shop.worker() as worker:
    told = worker.wait_for("^receipt for 1$")
    left = shop.run(COUNT).strip()
    assert left == "0 orders", left
    shop.show(f"{left}, and the worker: {told}")

shop = project("wrong", files=SHOP)
shop.run(MOCKED)
assert shop.run(COUNT).strip() == "1 orders"

shop = project("right", files=SHOP)
shop.fails(ROLLED_BACK, "^ValueError: card declined$")
assert shop.queued() == []
shop.run(PLACE_BOTH)
assert shop.run(COUNT).strip() == "2 orders"
assert len(shop.queued()) == 2
with shop.worker() as worker:
    shop.show(worker.wait_for(r"send_receipt\S+ succeeded", count=2))
    assert sorted(worker.lines("^receipt for")) == ["receipt for 1", "receipt for 2"], worker.log
