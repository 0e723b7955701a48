"""
The app has both limits, and the task sets the prices.

needs: redis
"""

from grading import passed, result, value
from lab import Web

SYNC = """
from shop.models import Product
from shop.tasks import sync_prices
Product.objects.create(name="Lamp", price=20)
sync_prices.apply(throw=True)
"""

with Web() as web:
    shop = result(web=web)
    limits = value(shop, "from celery import current_app; [current_app.conf.task_soft_time_limit, current_app.conf.task_time_limit]")
    assert limits == [240, 300], limits
    shop.run(SYNC)
price = value(shop, "from shop.models import Product; float(Product.objects.get().price)")
assert price == 12, price
passed("240 and 300 seconds")
