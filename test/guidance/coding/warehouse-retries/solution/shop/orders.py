from django.db import transaction

from shop.models import Order, Product
from shop.tasks import push_to_warehouse


def place_order(email, product_id, quantity=1):
    with transaction.atomic():
        product = Product.objects.get(pk=product_id)
        order = Order.objects.create(email=email, product=product, quantity=quantity)
    return order


def pay_order(order):
    order.status = "paid"
    order.save(update_fields=["status"])
    push_to_warehouse.delay_on_commit(order.pk)
