import requests
from celery import shared_task

from shop.models import Order
from shop.warehouse import push_order


@shared_task(autoretry_for=(requests.RequestException,), max_retries=8, retry_backoff=5, retry_backoff_max=600)
def push_to_warehouse(order_id):
    push_order(Order.objects.get(pk=order_id))
