from django.core.management.base import BaseCommand

from fulfilment.tasks import push_shipment


class Command(BaseCommand):
    help = "Queues orders for the warehouse, by their database ids."

    def add_arguments(self, parser):
        parser.add_argument("orders", nargs="+", type=int)

    def handle(self, *args, **options):
        for order in options["orders"]:
            push_shipment.delay(order)
            self.stdout.write(f"queued {order}")
