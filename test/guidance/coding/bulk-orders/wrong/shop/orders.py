from django.db import transaction

from shop.models import Order, Product
from shop.tasks import send_receipt


def place_order(email, product_id, quantity=1):
    with transaction.atomic():
        product = Product.objects.get(pk=product_id)
        order = Order.objects.create(email=email, product=product, quantity=quantity)
    return order


@transaction.atomic
def place_orders(email, product_ids):
    orders = [place_order(email, product_id) for product_id in product_ids]
    for order in orders:
        transaction.on_commit(lambda: send_receipt.delay(order.pk))
    return orders
