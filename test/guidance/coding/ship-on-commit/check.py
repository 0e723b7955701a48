"""
The customer is told after the commit, by a worker that finds the order shipped.

needs: redis
"""

from grading import passed, result, sends_in_transaction, value

SHIP = """
from shop.models import Order, Product
from shop.orders import ship_order
product = Product.objects.create(name="Lamp", left=10)
ship_order(Order.objects.create(email="ada@example.com", product=product, quantity=3, status="paid"))
"""

shop = result()
sent = sends_in_transaction(shop, SHIP)
assert sent == [False], f"a transaction was open at these sends: {sent}"
state = value(shop, "from shop.models import Order; list(Order.objects.values_list('status', 'product__left'))")
assert state == [["shipped", 7]], state
with shop.worker() as worker:
    worker.wait_for("^Subject: Shipped")
passed("told after the commit")
