from decimal import Decimal

from celery import shared_task

from shop.models import Product


@shared_task(acks_late=True, reject_on_worker_lost=True)
def import_prices(lines):
    for line in lines:
        name, _, price = line.partition(";")
        Product.objects.update_or_create(name=name, defaults={"price": Decimal(price)})
