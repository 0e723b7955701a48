from celery import shared_task
from django.core.mail import send_mail

from shop.models import Order


@shared_task
def make_invoice(order_id):
    order = Order.objects.select_related("product").get(pk=order_id)
    return f"Invoice {order.pk}: {order.quantity * order.product.price}"


@shared_task
def mail_invoice(text, email):
    send_mail("Your invoice", text, None, [email])


@shared_task
def invoice_order(order_id):
    order = Order.objects.get(pk=order_id)
    text = make_invoice.delay(order_id).get(timeout=30)
    mail_invoice.delay(text, order.email)
