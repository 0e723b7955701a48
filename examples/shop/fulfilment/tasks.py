import logging

from celery import shared_task

from fulfilment.warehouse import WarehouseError, put_shipment
from orders.models import Order

logger = logging.getLogger(__name__)


@shared_task(
    autoretry_for=(WarehouseError,),
    retry_backoff=10,
    retry_backoff_max=600,
    max_retries=None,
    ignore_result=True,
)
def push_shipment(order_pk):
    order = Order.objects.get(pk=order_pk)
    if order.status != Order.Status.PAID:
        logger.warning("order %s is %s, not shipping it", order.number, order.status)
        return
    lines = order.lines.values_list("product__sku", "quantity")
    tracking_code = put_shipment(order.number, lines)
    Order.objects.filter(pk=order_pk, status=Order.Status.PAID).update(
        tracking_code=tracking_code, status=Order.Status.SHIPPED
    )
