from celery import group, shared_task
from django.core.mail import send_mail
from django.db.models import F, Sum

from shop.models import Order, Product


@shared_task
def product_total(product_id):
    orders = Order.objects.filter(product_id=product_id, status="paid")
    return float(orders.aggregate(total=Sum(F("quantity") * F("product__price")))["total"] or 0)


@shared_task
def sales_report():
    parts = group(product_total.s(pk) for pk in Product.objects.values_list("pk", flat=True))
    totals = parts.apply_async().get()
    mail_total.delay(totals)


@shared_task
def mail_total(totals):
    send_mail("Sales", f"Total: {sum(totals)}", None, ["boss@example.com"])
