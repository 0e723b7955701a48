"""
Retries carry the same argument, and the last one ends in the error of the warehouse.

needs: redis
"""

from grading import passed, result
from lab import Web

SYNC = """
from shop.models import Order, Product
from shop.tasks import sync_order
product = Product.objects.create(name="Lamp", left=5)
sync_order.delay(Order.objects.create(email="ada@example.com", product=product).pk)
"""

with Web(status=503) as web:
    shop = result(web=web, faster=1000)
    with shop.worker("--concurrency=1") as worker:
        shop.run(SYNC)
        line = worker.wait_for("raised unexpected|EncodeError")
assert "HTTPError" in line, line
assert len(web.requests) == 6, f"tried {len(web.requests)} times"
passed("tried six times, then the error of the warehouse")
