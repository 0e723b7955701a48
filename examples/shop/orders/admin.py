from django.contrib import admin

from fulfilment import services as fulfilment
from orders.models import Order, OrderLine, SalesReport
from orders.tasks import send_tracking_code


class OrderLineInline(admin.TabularInline):
    model = OrderLine
    extra = 0
    raw_id_fields = ["product"]


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ["number", "customer", "status", "total", "placed_at"]
    list_filter = ["status"]
    list_select_related = ["customer__user"]
    search_fields = ["number"]
    inlines = [OrderLineInline]
    actions = ["resend_to_warehouse"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "tracking_code" in form.changed_data and obj.tracking_code:
            send_tracking_code.delay_on_commit(obj.pk)

    @admin.action(description="Send the selected orders to the warehouse again")
    def resend_to_warehouse(self, request, queryset):
        for order in queryset.filter(status=Order.Status.PAID):
            fulfilment.notify_warehouse(order)


@admin.register(SalesReport)
class SalesReportAdmin(admin.ModelAdmin):
    list_display = ["first_day", "last_day", "status", "requested_by"]
