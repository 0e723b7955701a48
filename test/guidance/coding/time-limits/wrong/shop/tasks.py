from celery import shared_task

from shop.models import Product
from shop.prices import fetch_price


@shared_task
def sync_prices():
    for product in Product.objects.all():
        product.price = fetch_price(product)
        product.save(update_fields=["price"])
