from celery import shared_task
from django.core.mail import send_mail

from shop.models import Order


@shared_task
def send_statements():
    for email in Order.objects.filter(status="paid").order_by("email").values_list("email", flat=True).distinct():
        send_statement.delay(email)


@shared_task
def send_statement(email):
    count = Order.objects.filter(status="paid", email=email).count()
    send_mail("Your orders", f"You have placed {count} orders.", None, [email])
