"""
The reminder waits for a day, is sent after the commit, and mails only those whose order is open.

needs: redis
"""

from datetime import datetime, timedelta, timezone

from grading import ENDED, messages, passed, result, sends_in_transaction

ORDERS = """
from shop.models import Order, Product
from shop.orders import place_order
product = Product.objects.create(name="Lamp")
place_order("ada@example.com", product.pk)
paid = place_order("bob@example.com", product.pk)
Order.objects.filter(pk=paid.pk).update(status="paid")
"""

shop = result(faster=1_000_000)
sent = sends_in_transaction(shop, ORDERS)
assert sent == [False, False], f"a transaction was open at these sends: {sent}"
for message in messages(shop):
    eta = message["headers"]["eta"]
    assert eta is not None, f"the message waits for nothing: {message['args']} {message['kwargs']}"
    wait = datetime.fromisoformat(eta) - datetime.now(timezone.utc)
    assert timedelta(hours=23, minutes=50) < wait <= timedelta(hours=24), wait
with shop.worker("--concurrency=1") as worker:
    worker.wait_for(rf"remind{ENDED}", count=2)
assert worker.lines(r"^To: ada@example\.com") and not worker.lines(r"^To: bob@example\.com"), worker.log
passed("a day later, for open orders alone")
