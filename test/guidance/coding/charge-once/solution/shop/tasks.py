from celery import shared_task
from django.db import transaction

from shop.models import Order
from shop.payments import charge


@shared_task(acks_late=True)
def charge_order(order_id):
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=order_id)
        if order.status != "open":
            return
        charge(order)
        order.status = "paid"
        order.save(update_fields=["status"])
