from decimal import Decimal

from celery import shared_task

from shop.models import Product


@shared_task
def import_prices(lines):
    for line in lines:
        name, _, price = line.partition(";")
        if not Product.objects.filter(name=name).update(price=Decimal(price)):
            Product.objects.create(name=name, price=Decimal(price))
