from django.contrib import admin

from payments.models import Payment


@admin.register(Payment)
class PaymentAdmin(admin.ModelAdmin):
    list_display = ["order", "amount", "status", "reference", "created_at"]
    list_filter = ["status"]
    readonly_fields = ["idempotency_key", "reference"]
