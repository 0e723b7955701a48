from celery import shared_task
from django.core.mail import send_mail

from shop.models import Order


@shared_task
def notify_shipped(order_id):
    order = Order.objects.get(pk=order_id)
    send_mail("Shipped", f"Your order {order.pk} is on its way.", None, [order.email])
