from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils.crypto import get_random_string

from orders import stock
from orders.models import Order, OrderLine
from orders.tasks import send_cancellation, send_confirmation
from payments.models import Payment
from payments.tasks import capture_payment, refund_payment


class CannotCancel(Exception):
    """The order is not paid, or has left the building."""


@dataclass(frozen=True)
class BasketLine:
    product_id: int
    quantity: int


def place_order(customer, basket):
    """Checks out a basket: stock is reserved, the order stored and the payment started.

    Raises OutOfStock, and Product.DoesNotExist for goods that are not on sale.
    """
    with transaction.atomic():
        order = Order.objects.create(customer=customer, number=_order_number())
        for line in sorted(basket, key=lambda line: line.product_id):
            product = stock.reserve(line.product_id, line.quantity)
            order_line = OrderLine.objects.create(
                order=order,
                product=product,
                quantity=line.quantity,
                unit_price=product.price,
            )
            order.total += order_line.amount
        order.save(update_fields=["total"])
        payment = Payment.objects.create(order=order, amount=order.total)

        send_confirmation.delay_on_commit(order.pk)
        transaction.on_commit(
            partial(capture_payment.delay, payment.pk, str(payment.idempotency_key))
        )
    return order


def cancel_order(order_pk):
    """Cancels a paid order that was not shipped yet, and starts the refund.

    An order that was not paid needs no cancelling: it expires.
    """
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=order_pk)
        if order.status != Order.Status.PAID:
            raise CannotCancel(order.status)
        order.move_to(Order.Status.CANCELLED)
        stock.release(order)
        send_cancellation.delay(order.pk)
        refund_payment.delay_on_commit(order.payment.pk)
    return order


def _order_number():
    return get_random_string(10, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
