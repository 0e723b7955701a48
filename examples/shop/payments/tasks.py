from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from config.retries import MAIL_RETRY
from payments import gateway
from payments.gateway import GatewayUnavailable, PaymentDeclined
from payments.models import Payment
from payments.services import record_capture, record_decline

POLL_INTERVAL = timedelta(minutes=30)


@shared_task(
    autoretry_for=(GatewayUnavailable,),
    retry_backoff=5,
    retry_backoff_max=300,
    max_retries=6,
    ignore_result=True,
)
def capture_payment(payment_pk, idempotency_key):
    payment = Payment.objects.get(pk=payment_pk)
    if payment.status != Payment.Status.PENDING:
        return
    try:
        reference = gateway.capture(payment.amount, "EUR", idempotency_key)
    except PaymentDeclined:
        record_decline(payment_pk)
        return
    if record_capture(payment_pk, reference):
        send_receipt.delay(payment_pk)
        follow_settlement.apply_async((payment_pk,), countdown=POLL_INTERVAL.total_seconds())


@shared_task(bind=True, ignore_result=True, max_retries=6, retry_backoff=60)
def refund_payment(self, payment_pk):
    payment = Payment.objects.get(pk=payment_pk)
    if payment.status == Payment.Status.REFUNDED:
        return
    try:
        gateway.refund(payment.reference, payment.idempotency_key)
    except GatewayUnavailable as exc:
        raise self.retry(exc=exc)
    payment.move_to(Payment.Status.REFUNDED)


@shared_task(bind=True, ignore_result=True, max_retries=None)
def follow_settlement(self, payment_pk):
    """Asks every half hour whether the money has arrived, for a few days at most."""
    payment = Payment.objects.get(pk=payment_pk)
    if payment.status != Payment.Status.CAPTURED:
        return
    polls = timedelta(days=settings.PAYMENT_SETTLEMENT_DAYS) // POLL_INTERVAL
    if self.request.retries >= polls:
        warn_unsettled.delay(payment_pk)
        return
    try:
        settled = gateway.is_settled(payment.reference)
    except GatewayUnavailable:
        settled = False
    if not settled:
        raise self.retry(countdown=POLL_INTERVAL.total_seconds())
    payment.move_to(Payment.Status.SETTLED)


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_receipt(payment_pk):
    payment = Payment.objects.select_related("order__customer__user").get(pk=payment_pk)
    send_mail(
        subject=f"Receipt for order {payment.order.number}",
        message=f"We have received {payment.amount} EUR. Thank you.",
        from_email=None,
        recipient_list=[payment.order.customer.email],
    )


@shared_task(ignore_result=True, **MAIL_RETRY)
def warn_unsettled(payment_pk):
    send_mail(
        subject=f"Payment {payment_pk} is not settled",
        message=f"The provider still holds it after {settings.PAYMENT_SETTLEMENT_DAYS} days.",
        from_email=None,
        recipient_list=[settings.SALES_TEAM_EMAIL],
    )


@shared_task(ignore_result=True)
def capture_forgotten_payments():
    """Starts captures again whose message was lost, for instance while the broker was down."""
    since = timezone.now() - timedelta(minutes=10)
    forgotten = Payment.objects.filter(status=Payment.Status.PENDING, created_at__lt=since)
    for payment in forgotten:
        capture_payment.delay(payment.pk, str(payment.idempotency_key))
