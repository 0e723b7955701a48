"""
The receipt is sent when the order is committed, and the worker mails it.

needs: redis
"""

from grading import passed, result, sends_in_transaction

ORDER = """
from django.test import Client
from shop.models import Product
product = Product.objects.create(name="Lamp", left=5)
answer = Client().post("/orders/", {"email": "ada@example.com", "product": product.pk})
assert answer.status_code == 201, answer.status_code
"""

shop = result()
sent = sends_in_transaction(shop, ORDER)
assert sent == [False], f"a transaction was open at these sends: {sent}"
with shop.worker() as worker:
    worker.wait_for(r"^To: ada@example\.com")
    worker.wait_for("succeeded")
passed("sent after the commit, mailed by the worker")
