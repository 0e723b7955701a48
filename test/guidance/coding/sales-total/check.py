"""
One worker process adds up the totals of all products and mails the sum once.

needs: redis
"""

from grading import passed, result
from lab import wait_until

REPORT = """
from shop.models import Order, Product
from shop.tasks import sales_report
for name, price in [("Lamp", 20), ("Desk", 100), ("Vase", 7)]:
    product = Product.objects.create(name=name, price=price)
    Order.objects.create(email="ada@example.com", product=product, quantity=2, status="paid")
    Order.objects.create(email="bob@example.com", product=product, quantity=5)
sales_report.delay()
"""

shop = result()
with shop.worker("--concurrency=1") as worker:
    shop.run(REPORT)
    wait_until(lambda: worker.lines("^Subject: Sales|RuntimeError|raised unexpected"), "a report or an error")
    assert worker.lines("^Subject: Sales"), worker.lines("Error|unexpected")[-1]
    worker.wait_for(r"\b254\b")
    worker.wait_for("mail_total.* succeeded")
assert len(worker.lines("^Subject: Sales")) == 1, worker.log
passed("the sum of all products, mailed once")
