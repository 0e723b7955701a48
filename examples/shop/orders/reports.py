import csv
import io

from django.db.models import Sum

from orders.models import Order, OrderLine


def sales_csv(first_day, last_day):
    """One row for each product sold between the two days, both included."""
    rows = (
        OrderLine.objects.filter(
            order__in=Order.objects.sold().filter(paid_at__date__range=(first_day, last_day))
        )
        .values_list("product__sku", "product__name")
        .annotate(sold=Sum("quantity"))
        .order_by("product__sku")
    )
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(["sku", "name", "sold"])
    writer.writerows(rows.iterator())
    return target.getvalue()


def turnover(day):
    """The number of orders sold on a day, and what they came to."""
    sold = Order.objects.sold().filter(paid_at__date=day)
    return sold.count(), sold.aggregate(total=Sum("total"))["total"] or 0
