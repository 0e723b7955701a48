from django.contrib import admin

from customers.models import Customer, Voucher


@admin.register(Customer)
class CustomerAdmin(admin.ModelAdmin):
    list_display = ["__str__", "email", "wants_newsletter"]
    list_select_related = ["user"]
    search_fields = ["company", "user__email"]


@admin.register(Voucher)
class VoucherAdmin(admin.ModelAdmin):
    list_display = ["code", "customer", "percent", "expires_on", "reason"]
