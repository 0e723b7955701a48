import requests
from celery import shared_task

from shop.models import Product


@shared_task(max_retries=4, default_retry_delay=30, retry_backoff=True)
def refresh_stock(product_id):
    answer = requests.get(f"https://supplier.example.com/stock/{product_id}", timeout=10)
    answer.raise_for_status()
    Product.objects.filter(pk=product_id).update(left=answer.json().get("left", 9))
