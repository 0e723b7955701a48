from celery import shared_task
from django.db.models import F

from shop.models import Order, Product


@shared_task
def reserve_stock(order_id):
    order = Order.objects.get(pk=order_id)
    Product.objects.filter(pk=order.product_id).update(left=F("left") - order.quantity)
