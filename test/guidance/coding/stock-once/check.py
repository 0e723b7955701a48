"""
A message that is delivered twice takes the quantity off the stock once.

needs: redis
"""

from grading import ENDED, deliver_again, passed, result, value

ORDER = """
from shop.models import Product
from shop.orders import place_order
place_order("ada@example.com", Product.objects.create(name="Lamp", left=10).pk, 3)
"""

shop = result()
shop.run(ORDER)
deliver_again(shop)
with shop.worker("--concurrency=1") as worker:
    worker.wait_for(rf"reserve_stock{ENDED}", count=2)
left = value(shop, "from shop.models import Product; Product.objects.get().left")
assert left == 7, f"{left} left of 10 after 3 were ordered"
passed("delivered twice, counted once")
