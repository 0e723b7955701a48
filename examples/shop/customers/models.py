from django.conf import settings
from django.db import models


class Customer(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    company = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    born_on = models.DateField(null=True, blank=True)
    wants_newsletter = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.company or self.user.get_full_name() or self.email

    @property
    def email(self):
        return self.user.email


class Voucher(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="vouchers")
    code = models.CharField(max_length=20, unique=True)
    percent = models.PositiveSmallIntegerField()
    expires_on = models.DateField()
    reason = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "reason"], name="one_voucher_for_each_reason"
            ),
        ]
