from celery import shared_task

from shop.models import Order


@shared_task(queue="reports", soft_timelimit=600, rate_limt="2/m")
def build_report(year):
    return Order.objects.filter(placed_at__year=year).count()
