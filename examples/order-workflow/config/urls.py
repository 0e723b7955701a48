from django.urls import path

from orders.views import CheckoutView, OrderView

urlpatterns = [
    path("", CheckoutView.as_view(), name="checkout"),
    path("orders/<uuid:reference>/", OrderView.as_view(), name="order"),
]
