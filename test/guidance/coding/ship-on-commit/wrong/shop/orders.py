from django.db import transaction
from django.db.models import F

from shop.models import Order, Product
from shop.tasks import notify_shipped


def place_order(email, product_id, quantity=1):
    with transaction.atomic():
        product = Product.objects.get(pk=product_id)
        order = Order.objects.create(email=email, product=product, quantity=quantity)
    return order


def ship_order(order):
    with transaction.atomic():
        Product.objects.filter(pk=order.product_id).update(left=F("left") - order.quantity)
        order.status = "shipped"
        order.save(update_fields=["status"])
        transaction.on_commit(notify_shipped.delay(order.pk))
