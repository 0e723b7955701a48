from django.db import transaction

from shop.models import Order, Product
from shop.tasks import remind


def place_order(email, product_id, quantity=1):
    with transaction.atomic():
        product = Product.objects.get(pk=product_id)
        order = Order.objects.create(email=email, product=product, quantity=quantity)
        remind.apply_async_on_commit(args=(order.pk,), countdown=24 * 60 * 60)
    return order
