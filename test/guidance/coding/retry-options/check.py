"""
The task is tried again after a failure, and does its work once the supplier is back.

needs: redis
"""

from grading import passed, result, value
from lab import Web

REFRESH = """
from shop.models import Product
from shop.tasks import refresh_stock
refresh_stock.delay(Product.objects.create(name="Lamp", left=5).pk)
"""

with Web(status=503) as web:
    shop = result(web=web, faster=10)
    with shop.worker("--concurrency=1") as worker:
        shop.run(REFRESH)
        line = worker.wait_for("raised unexpected|Retry in")
        assert "Retry in" in line, line
        web.status = 200
        worker.wait_for("succeeded", seconds=60)
left = value(shop, "from shop.models import Product; Product.objects.get().left")
assert left == 9, left
passed("tried again, and done")
