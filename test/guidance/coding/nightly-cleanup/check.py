"""
Beat sends the task once a night, at three, and it deletes the old open orders alone.

needs: redis
"""

from grading import due_times, passed, result, value

ORDERS = """
from datetime import timedelta
from django.utils import timezone
from shop.models import Order, Product
product = Product.objects.create(name="Lamp")
for status, days in [("open", 40), ("paid", 40), ("open", 2)]:
    order = Order.objects.create(email=f"{status}-{days}@example.com", product=product, status=status)
    Order.objects.filter(pk=order.pk).update(placed_at=timezone.now() - timedelta(days=days))
from shop.tasks import delete_stale_orders
delete_stale_orders.apply(throw=True)
"""

shop = result()
times = due_times(shop, "delete_stale_orders", "2030-03-04", 2)
assert times == ["2030-03-04T03:00", "2030-03-05T03:00"], f"{len(times)} times in two days: {times[:3]}"
shop.run(ORDERS)
left = value(shop, "from shop.models import Order; sorted(Order.objects.values_list('email', flat=True))")
assert left == ["open-2@example.com", "paid-40@example.com"], left
passed("once a night, old open orders alone")
