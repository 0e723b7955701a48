from celery import chain, shared_task
from django.conf import settings

from orders import steps
from orders.partners import Refused, Unavailable
from orders.recovery import take_stalled

STEP = {
    "acks_late": True,
    "reject_on_worker_lost": True,
    "autoretry_for": (Unavailable,),
    "throws": (Refused, steps.OutOfStock),
    "max_retries": 8,
    "retry_backoff": settings.STEP_BACKOFF,
    "retry_backoff_max": 300,
    "retry_jitter": True,
}


def fulfilment(order_id):
    """The workflow that takes an order from wherever it is to shipped.

    No step wants the result of the one before: all of them read the order.
    Whichever fails for good, the order is cancelled: by a task of its own,
    with retries, since an errback of one parameter is sent and not called.
    """
    workflow = chain(
        reserve_stock.si(order_id),
        charge_payment.si(order_id),
        ship_parcel.si(order_id),
    )
    return workflow.on_error(cancel_order.si(order_id))


@shared_task(**STEP)
def reserve_stock(order_id):
    steps.reserve(order_id)


@shared_task(**STEP)
def charge_payment(order_id):
    steps.charge(order_id)


@shared_task(**STEP)
def ship_parcel(order_id):
    steps.ship(order_id)


@shared_task(**STEP)
def cancel_order(order_id):
    steps.cancel(order_id)


@shared_task
def resume_stalled_orders():
    """Starts again what was lost with a message or a worker."""
    for order in take_stalled():
        if order.state == order.State.CANCELLING:
            cancel_order.delay(order.pk)
        else:
            fulfilment(order.pk).delay()
