from django.db import transaction

from orders.models import Order, OrderLine
from orders.tasks import fulfilment


def place_order(reference, quantities):
    """Stores an order and starts its workflow once it is committed.

    `quantities` says how many of which product. A reference that was used
    before gives the order of that time: a form may be submitted twice.
    """
    total = sum(product.price * n for product, n in quantities.items())
    with transaction.atomic():
        order, is_new = Order.objects.get_or_create(
            reference=reference, defaults={"total": total}
        )
        if not is_new:
            return order
        OrderLine.objects.bulk_create(
            OrderLine(order=order, product=product, quantity=quantity)
            for product, quantity in quantities.items()
        )
        # Without a broker, the order stands and is taken up later.
        transaction.on_commit(fulfilment(order.pk).delay, robust=True)
    return order
