from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from shop.models import Order


@shared_task
def delete_stale_orders():
    Order.objects.filter(status="open", placed_at__lt=timezone.now() - timedelta(days=30)).delete()
