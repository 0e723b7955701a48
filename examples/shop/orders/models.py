from django.conf import settings
from django.db import models
from django.utils import timezone

from catalogue.models import Product
from customers.models import Customer


class OrderQuerySet(models.QuerySet):
    def sold(self):
        return self.filter(status__in=[Order.Status.PAID, Order.Status.SHIPPED])

    def declined(self, moment):
        """Placed before `moment`, and the payment was refused."""
        return self.filter(
            status=Order.Status.PENDING, payment__status="declined", placed_at__lt=moment
        )

    def stuck(self, moment):
        """Paid before `moment` and never handed to the warehouse."""
        return self.filter(status=Order.Status.PAID, fulfilment_started_at=None, paid_at__lt=moment)


class Order(models.Model):
    class Status(models.TextChoices):
        PENDING = "pending"
        PAID = "paid"
        SHIPPED = "shipped"
        CANCELLED = "cancelled"
        EXPIRED = "expired"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="orders")
    number = models.CharField(max_length=20, unique=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.PENDING)
    total = models.DecimalField(max_digits=9, decimal_places=2, default=0)
    tracking_code = models.CharField(max_length=40, blank=True)
    placed_at = models.DateTimeField(default=timezone.now)
    paid_at = models.DateTimeField(null=True, blank=True)
    fulfilment_started_at = models.DateTimeField(null=True, blank=True)
    confirmation_sent_at = models.DateTimeField(null=True, blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        ordering = ["-placed_at"]
        indexes = [models.Index(fields=["status", "placed_at"])]

    def __str__(self):
        return self.number

    def move_to(self, status):
        self.status = status
        self.save(update_fields=["status"])


class OrderLine(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    quantity = models.PositiveIntegerField()
    unit_price = models.DecimalField(max_digits=9, decimal_places=2)

    @property
    def amount(self):
        return self.unit_price * self.quantity


class SalesReport(models.Model):
    class Status(models.TextChoices):
        QUEUED = "queued"
        READY = "ready"
        FAILED = "failed"

    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    first_day = models.DateField()
    last_day = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
