"""
Each of several orders gets its own receipt, after the commit of all; where one fails, there is none.

needs: redis
"""

from grading import messages, passed, result, sends_in_transaction

ORDERS = """
from shop.models import Order, Product
from shop.orders import place_orders
products = [Product.objects.create(name=name).pk for name in ("Lamp", "Desk", "Vase")]
place_orders("ada@example.com", products)
try:
    place_orders("bob@example.com", [*products, 404])
except Product.DoesNotExist:
    pass
assert Order.objects.count() == 3, Order.objects.count()
"""

shop = result()
sent = sends_in_transaction(shop, ORDERS)
assert not any(sent), f"a transaction was open at these sends: {sent}"
asked = sorted([*message["args"], *message["kwargs"].values()] for message in messages(shop))
assert asked == [[1], [2], [3]], f"receipts for {asked}"
passed("a receipt for each order")
