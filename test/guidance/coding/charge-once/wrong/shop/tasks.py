from celery import shared_task

from shop.models import Order
from shop.payments import charge


@shared_task(acks_late=True)
def charge_order(order_id):
    order = Order.objects.get(pk=order_id)
    charge(order)
    order.status = "paid"
    order.save(update_fields=["status"])
