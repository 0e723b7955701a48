from django.db import transaction
from django.utils import timezone

from fulfilment import services as fulfilment
from orders.models import Order
from payments.models import Payment


def record_capture(payment_pk, reference):
    """Marks a payment as captured and its order as paid. Returns whether this call did it."""
    with transaction.atomic():
        payment = Payment.objects.select_for_update().get(pk=payment_pk)
        if payment.status != Payment.Status.PENDING:
            return False
        payment.status = Payment.Status.CAPTURED
        payment.reference = reference
        payment.save(update_fields=["status", "reference"])

        order = Order.objects.select_for_update().get(pk=payment.order_id)
        order.status = Order.Status.PAID
        order.paid_at = timezone.now()
        order.save(update_fields=["status", "paid_at"])
        fulfilment.start(order)
    return True


def record_decline(payment_pk):
    Payment.objects.filter(pk=payment_pk, status=Payment.Status.PENDING).update(
        status=Payment.Status.DECLINED
    )
