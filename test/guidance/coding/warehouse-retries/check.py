"""
While the warehouse is down the task is tried again, and it fails in the end.

needs: redis
"""

from grading import passed, result
from lab import Web, wait_until

PAY = """
from shop.models import Order, Product
from shop.orders import pay_order
product = Product.objects.create(name="Lamp", left=5)
pay_order(Order.objects.create(email="ada@example.com", product=product))
"""
MOST_TRIES = 11

with Web(status=503) as web:
    shop = result(web=web, faster=2000)
    with shop.worker("--concurrency=1") as worker:
        shop.run(PAY)
        wait_until(lambda: worker.lines("raised unexpected") or len(web.requests) > MOST_TRIES, "an end of the tries", 60)
assert worker.lines("raised unexpected"), f"tried {len(web.requests)} times without an end"
assert 2 <= len(web.requests) <= MOST_TRIES, web.requests
passed(f"failed after {len(web.requests)} tries")
