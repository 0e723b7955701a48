"""
The request is answered at once, and the file is mailed by a worker.

needs: redis
"""

from grading import passed, result

EXPORT = """
from django.test import Client
from shop.models import Order, Product
Order.objects.create(email="ada@example.com", product=Product.objects.create(name="Lamp"), quantity=3)
answer = Client(raise_request_exception=False).post("/orders/export/", {"email": "ada@example.com"})
assert answer.status_code == 202, answer.status_code
"""

shop = result()
shop.run(EXPORT)
with shop.worker() as worker:
    worker.wait_for("^1,3,open")
passed("answered with 202, mailed by the worker")
