from celery import shared_task

from shop.models import Order
from shop.warehouse import push_order


@shared_task
def sync_order(order_id):
    push_order(Order.objects.get(pk=order_id))
