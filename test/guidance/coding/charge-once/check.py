"""
A message that is delivered twice charges the card once.

needs: redis
"""

from grading import ENDED, deliver_again, passed, result, value
from lab import Web

PAY = """
from shop.models import Order, Product
from shop.orders import start_payment
product = Product.objects.create(name="Lamp")
start_payment(Order.objects.create(email="ada@example.com", product=product))
"""

with Web() as web:
    shop = result(web=web)
    shop.run(PAY)
    deliver_again(shop)
    with shop.worker("--concurrency=1") as worker:
        worker.wait_for(rf"charge_order{ENDED}", count=2)
    assert len(web.requests) == 1, f"charged {len(web.requests)} times"
    status = value(shop, "from shop.models import Order; Order.objects.get().status")
    assert status == "paid", status
passed("delivered twice, charged once")
