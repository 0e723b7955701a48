from django.db import transaction

from shop.models import Order, Product


def place_order(email, product_id, quantity=1):
    with transaction.atomic():
        product = Product.objects.get(pk=product_id)
        order = Order.objects.create(email=email, product=product, quantity=quantity)
    return order
