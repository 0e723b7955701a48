from celery import shared_task

from shop.mails import mail_reminder
from shop.models import Order


@shared_task
def remind(order_id):
    order = Order.objects.filter(pk=order_id, status="open").first()
    if order is not None:
        mail_reminder(order)
