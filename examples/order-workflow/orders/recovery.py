from django.conf import settings
from django.utils import timezone

from orders.models import Order


def take_stalled():
    """Gives the orders that have not got further for too long.

    An order that was given once is not given again before its time is over.
    """
    now = timezone.now()
    stalled = Order.objects.filter(
        state__in=(*Order.ON_THE_WAY, Order.State.CANCELLING),
        changed_at__lt=now - settings.ORDER_STALLED_AFTER,
    )
    for order in list(stalled):
        if stalled.filter(pk=order.pk).update(changed_at=now):
            yield order
