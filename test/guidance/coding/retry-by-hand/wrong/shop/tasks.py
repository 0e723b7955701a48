import requests
from celery import shared_task

from shop.models import Order
from shop.warehouse import push_order


@shared_task(bind=True, max_retries=5, default_retry_delay=60)
def sync_order(self, order_id):
    try:
        push_order(Order.objects.get(pk=order_id))
    except requests.RequestException as error:
        raise self.retry(error)
