from django.urls import include, path
from rest_framework.routers import DefaultRouter

from api import views

router = DefaultRouter()
router.register("products", views.ProductViewSet, basename="product")
router.register("orders", views.OrderViewSet, basename="order")
router.register("reports", views.SalesReportViewSet, basename="report")

urlpatterns = [
    path("", include(router.urls)),
    path("registrations/", views.RegistrationView.as_view(), name="registration"),
    path("newsletter/", views.NewsletterView.as_view(), name="newsletter"),
    path("trade-accounts/", views.TradeAccountView.as_view(), name="trade-account"),
    path("discounts/", views.DiscountView.as_view(), name="discount"),
    path("payments/captures/", views.CaptureNoticeView.as_view(), name="capture-notice"),
    path("health/", views.HealthView.as_view(), name="health"),
]
