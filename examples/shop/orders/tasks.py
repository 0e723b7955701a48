import logging
from datetime import timedelta

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction
from django.utils import timezone

from config.retries import MAIL_RETRY
from fulfilment import services as fulfilment
from orders import reports, stock
from orders.models import Order, SalesReport

logger = logging.getLogger(__name__)


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_confirmation(order_pk):
    order = Order.objects.select_related("customer__user").get(pk=order_pk)
    if order.confirmation_sent_at:
        return
    _mail(order, "Thank you for your order", f"We have received order {order.number}.")
    Order.objects.filter(pk=order_pk).update(confirmation_sent_at=timezone.now())


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_cancellation(order_pk):
    order = Order.objects.select_related("customer__user").get(pk=order_pk)
    if order.status != Order.Status.CANCELLED:
        logger.info("order %s is not cancelled any more", order.number)
        return
    _mail(order, "Your order is cancelled", f"Order {order.number} will not be sent.")


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_tracking_code(order_pk):
    order = Order.objects.select_related("customer__user").get(pk=order_pk)
    _mail(order, "Your parcel", f"Follow order {order.number} with {order.tracking_code}.")


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_expiry_notice(order_pk):
    order = Order.objects.select_related("customer__user").get(pk=order_pk)
    _mail(order, "Your order has expired", f"No payment for order {order.number} arrived.")


@shared_task(ignore_result=True)
def expire_unpaid_orders():
    """Gives back the goods of orders whose payment was refused."""
    deadline = timezone.now() - timedelta(hours=settings.UNPAID_ORDER_HOURS)
    with transaction.atomic():
        for order in Order.objects.declined(deadline).select_for_update(of=("self",)):
            stock.release(order)
            order.move_to(Order.Status.EXPIRED)
            transaction.on_commit(lambda: send_expiry_notice.delay(order.pk))


@shared_task(ignore_result=True)
def resume_stuck_orders():
    """Hands paid orders to the warehouse that were missed when their payment arrived."""
    for order in Order.objects.stuck(timezone.now() - timedelta(hours=1)):
        fulfilment.start(order)


@shared_task(ignore_result=True, **MAIL_RETRY)
def mail_sales_summary():
    day = timezone.localdate() - timedelta(days=1)
    count, total = reports.turnover(day)
    send_mail(
        subject=f"Sales on {day:%d %B}",
        message=f"{count} orders, {total:.2f} EUR.",
        from_email=None,
        recipient_list=[settings.SALES_TEAM_EMAIL],
    )


@shared_task(soft_timelimit=240)
def build_sales_report(report_pk):
    report = SalesReport.objects.get(pk=report_pk)
    try:
        report.body = reports.sales_csv(report.first_day, report.last_day)
        report.status = SalesReport.Status.READY
    except SoftTimeLimitExceeded:
        # The limit interrupts a query, and the driver cannot use that connection again.
        connection.close()
        report.status = SalesReport.Status.FAILED
    report.save(update_fields=["body", "status"])


def _mail(order, subject, message):
    send_mail(subject, message, from_email=None, recipient_list=[order.customer.email])
