"""The steps from placed to shipped, and the way back.

Each step may be run at any time and any number of times. It acts where the
order is in the state that the step begins with, and returns where it is not.
"""

import logging
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from orders import partners
from orders.models import Order, OrderLine, Product

logger = logging.getLogger(__name__)

State = Order.State


class OutOfStock(Exception):
    """There is not enough of a product."""


def reserve(order_id):
    """Takes the goods out of the stock, all of them or none.

    Raises OutOfStock.
    """
    with _problem_noted(order_id, OutOfStock), transaction.atomic():
        # Whoever comes second waits for this transaction, and changes none.
        if not _move(order_id, State.PLACED, State.RESERVED, holds_stock=True):
            return
        for product_id, quantity in _quantities(order_id):
            available = Product.objects.filter(
                pk=product_id, stock__gte=quantity
            )
            if not available.update(stock=F("stock") - quantity):
                raise OutOfStock(f"Not enough of product {product_id}.")


def charge(order_id):
    """Raises partners.Unavailable and partners.Refused."""
    order = Order.objects.get(pk=order_id)
    if order.state != State.RESERVED:
        return
    with _problem_noted(order_id, partners.Refused):
        charge_id = partners.charge(order.reference, order.total)
    _move(order_id, State.RESERVED, State.PAID, charge_id=charge_id)


def ship(order_id):
    """Raises partners.Unavailable and partners.Refused."""
    order = Order.objects.get(pk=order_id)
    if order.state != State.PAID:
        return
    with _problem_noted(order_id, partners.Refused):
        tracking_code = partners.book_parcel(order.reference)
    _move(order_id, State.PAID, State.SHIPPED, tracking_code=tracking_code)


def cancel(order_id):
    """Undoes what was done, and what may have been done, for an order.

    Raises partners.Unavailable.
    """
    under_way = Order.objects.filter(pk=order_id, state__in=Order.ON_THE_WAY)
    under_way.update(state=State.CANCELLING, changed_at=timezone.now())
    order = Order.objects.get(pk=order_id)
    if order.state != State.CANCELLING:
        return
    try:
        # A call that failed may have got through all the same. So we cancel
        # by the key, whether we know of an answer or not.
        partners.cancel_parcel(order.reference)
        partners.cancel_charge(order.reference)
    except partners.Refused as error:
        logger.error("%s cannot be undone: %s", order, error)
        _move(order_id, State.CANCELLING, State.BLOCKED, problem=str(error))
        return
    with transaction.atomic():
        if _move(
            order_id, State.CANCELLING, State.CANCELLED, holds_stock=False
        ):
            _put_back(order)


def _move(order_id, before, after, **values):
    """Whether it was this call that brought the order into a state."""
    here = Order.objects.filter(pk=order_id, state=before)
    changes = {"state": after, "changed_at": timezone.now(), **values}
    return here.update(**changes) == 1


def _put_back(order):
    if order.holds_stock:
        for product_id, quantity in _quantities(order.pk):
            product = Product.objects.filter(pk=product_id)
            product.update(stock=F("stock") + quantity)


def _quantities(order_id):
    # In the same order everywhere: two orders must not wait for each other.
    lines = OrderLine.objects.filter(order=order_id).order_by("product_id")
    return list(lines.values_list("product_id", "quantity"))


@contextmanager
def _problem_noted(order_id, *errors):
    """Keeps the reason of a refusal for the customer, and lets it pass on."""
    try:
        yield
    except errors as error:
        Order.objects.filter(pk=order_id).update(problem=str(error))
        raise
