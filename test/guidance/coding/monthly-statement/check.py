"""
Beat sends the statements once a month, and each customer gets one mail.

needs: redis
"""

from grading import due_times, messages, passed, result

ORDERS = """
from shop.models import Order, Product
product = Product.objects.create(name="Lamp")
for email, status in [("ada@example.com", "paid"), ("ada@example.com", "paid"), ("bob@example.com", "paid"), ("eve@example.com", "open")]:
    Order.objects.create(email=email, product=product, status=status)
from shop.tasks import send_statements
send_statements.apply(throw=True)
"""

shop = result()
times = due_times(shop, "send_statements", "2030-03-01", 40)
assert times == ["2030-03-01T06:30", "2030-04-01T06:30"], f"{len(times)} times in forty days: {times[:3]}"
shop.run(ORDERS)
asked = sorted([*message["args"], *message["kwargs"].values()] for message in messages(shop))
assert asked == [["ada@example.com"], ["bob@example.com"]], asked
passed("once a month, one message a customer")
