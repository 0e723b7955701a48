from django.utils import timezone

from fulfilment.tasks import push_shipment


def start(order):
    """Begins the fulfilment of a paid order."""
    order.fulfilment_started_at = timezone.now()
    order.save(update_fields=["fulfilment_started_at"])
    notify_warehouse(order)


def notify_warehouse(order):
    push_shipment.delay(order.pk)
