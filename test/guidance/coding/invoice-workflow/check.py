"""
One worker process makes the invoice and mails it.

needs: redis
"""

from grading import passed, result
from lab import wait_until

INVOICE = """
from shop.models import Order, Product
from shop.tasks import invoice_order
product = Product.objects.create(name="Lamp", price=20)
invoice_order.delay(Order.objects.create(email="ada@example.com", product=product, quantity=2).pk)
"""

shop = result()
with shop.worker("--concurrency=1") as worker:
    shop.run(INVOICE)
    wait_until(lambda: worker.lines(r"^Invoice 1: 40|RuntimeError|TimeoutError"), "an invoice or an error")
    assert worker.lines(r"^Invoice 1: 40"), worker.lines("Error")[-1]
    worker.wait_for(r"^To: ada@example\.com")
passed("mailed by a single process")
