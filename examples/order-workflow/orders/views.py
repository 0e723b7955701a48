from django.http import JsonResponse
from django.shortcuts import redirect
from django.views.generic import DetailView, FormView

from orders.checkout import place_order
from orders.forms import CheckoutForm
from orders.models import Order


class CheckoutView(FormView):
    form_class = CheckoutForm
    template_name = "orders/checkout.html"

    def form_valid(self, form):
        wanted = form.cleaned_data
        quantities = {wanted["product"]: wanted["quantity"]}
        order = place_order(wanted["reference"], quantities)
        return redirect("order", reference=order.reference)


class OrderView(DetailView):
    """How far an order has got, for those who know its reference."""

    model = Order
    slug_field = slug_url_kwarg = "reference"

    def render_to_response(self, context):
        order = self.object
        return JsonResponse(
            {
                "state": order.state,
                "total": order.total,
                "tracking_code": order.tracking_code,
                "problem": order.problem,
            }
        )
