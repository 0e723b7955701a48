from celery import shared_task

from shop.mails import mail_receipt
from shop.models import Order


@shared_task
def send_receipt(order_id):
    mail_receipt(Order.objects.select_related("product").get(pk=order_id))
