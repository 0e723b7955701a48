import uuid

from django.db import models
from django.utils import timezone


class Product(models.Model):
    name = models.CharField(max_length=100)
    price = models.DecimalField(max_digits=9, decimal_places=2)
    # The database refuses to go below zero.
    stock = models.PositiveIntegerField()

    def __str__(self):
        return self.name


class Order(models.Model):
    """What a customer ordered, and how far it has got.

        placed ──> reserved ──> paid ──> shipped
           └──────────┴──────────┴──> cancelling ──> cancelled
                                           └──> blocked

    The state is the truth. Messages make things happen; they do not say
    what has happened.
    """

    class State(models.TextChoices):
        PLACED = "placed"
        RESERVED = "reserved"
        PAID = "paid"
        SHIPPED = "shipped"
        CANCELLING = "cancelling"
        CANCELLED = "cancelled"
        # It could not be undone either: a person has to look at it.
        BLOCKED = "blocked"

    ON_THE_WAY = (State.PLACED, State.RESERVED, State.PAID)

    # Tells a second click from a second order, and is the idempotency key
    # of everything that is asked of others for this order.
    reference = models.UUIDField(default=uuid.uuid4, unique=True)
    state = models.CharField(
        max_length=10, choices=State, default=State.PLACED
    )
    total = models.DecimalField(max_digits=9, decimal_places=2)
    holds_stock = models.BooleanField(default=False)
    charge_id = models.CharField(max_length=64, blank=True)
    tracking_code = models.CharField(max_length=64, blank=True)
    problem = models.TextField(blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["state", "changed_at"])]

    def __str__(self):
        return f"order {self.reference} ({self.state})"


class OrderLine(models.Model):
    order = models.ForeignKey(
        Order, on_delete=models.CASCADE, related_name="lines"
    )
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["order", "product"], name="one_line_a_product"
            )
        ]

    def __str__(self):
        return f"{self.quantity} x {self.product}"
