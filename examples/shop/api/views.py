from celery.exceptions import TimeoutError as ResultTimeout
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import constant_time_compare
from rest_framework import mixins, status, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.permissions import AllowAny, IsAdminUser
from rest_framework.response import Response
from rest_framework.views import APIView

from api import serializers
from catalogue import services as catalogue
from catalogue.models import Product
from config.celery import ping
from customers import services as customers
from orders import services as orders
from orders.models import Order, SalesReport
from orders.stock import OutOfStock
from orders.tasks import build_sales_report
from payments.services import record_capture
from payments.tasks import send_receipt


class ProductViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Product.objects.on_sale().select_related("category")
    serializer_class = serializers.ProductSerializer
    permission_classes = [AllowAny]


class OrderViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    serializer_class = serializers.OrderSerializer
    lookup_field = "number"

    def get_queryset(self):
        mine = Order.objects.filter(customer__user=self.request.user)
        return mine.prefetch_related("lines__product")

    def create(self, request):
        checkout = serializers.CheckoutSerializer(data=request.data)
        checkout.is_valid(raise_exception=True)
        try:
            order = orders.place_order(request.user.customer, checkout.basket())
        except OutOfStock as error:
            message = f"Only {error.available} of {error.sku} are left."
            raise ValidationError({"lines": message}) from error
        return Response(self.get_serializer(order).data, status=status.HTTP_201_CREATED)

    @action(detail=True, methods=["post"])
    def cancel(self, request, number=None):
        try:
            order = orders.cancel_order(self.get_object().pk)
        except orders.CannotCancel as error:
            raise ValidationError({"status": f"The order is {error}."}) from error
        return Response(self.get_serializer(order).data)


class RegistrationView(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        form = serializers.RegistrationSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        customer = customers.register(**form.validated_data)
        return Response({"id": customer.pk}, status=status.HTTP_201_CREATED)


class NewsletterView(APIView):
    def put(self, request):
        customers.set_newsletter(request.user.customer, True)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def delete(self, request):
        customers.set_newsletter(request.user.customer, False)
        return Response(status=status.HTTP_204_NO_CONTENT)


class TradeAccountView(APIView):
    permission_classes = [IsAdminUser]

    def post(self, request):
        form = serializers.TradeAccountSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        customer = customers.open_trade_account(**form.validated_data)
        return Response({"id": customer.pk}, status=status.HTTP_201_CREATED)


class DiscountView(APIView):
    permission_classes = [IsAdminUser]

    def post(self, request):
        form = serializers.DiscountSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        return Response({"changed": catalogue.discount(**form.validated_data)})


class SalesReportViewSet(
    mixins.CreateModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet
):
    queryset = SalesReport.objects.all()
    serializer_class = serializers.SalesReportSerializer
    permission_classes = [IsAdminUser]

    def perform_create(self, serializer):
        report = serializer.save(requested_by=self.request.user)
        cache.set(f"report-task-{report.pk}", build_sales_report.delay_on_commit(report.pk).id)


class CaptureNoticeView(APIView):
    """The payment provider calls this when a slow payment method has paid in the end."""

    authentication_classes = []
    permission_classes = [AllowAny]

    def post(self, request):
        expected = settings.GATEWAY_WEBHOOK_KEY
        given = request.headers.get("X-Webhook-Key", "")
        if not expected or not constant_time_compare(given, expected):
            raise PermissionDenied
        notice = serializers.CaptureNoticeSerializer(data=request.data)
        notice.is_valid(raise_exception=True)
        payment_pk = notice.validated_data["payment_id"]
        if record_capture(payment_pk, notice.validated_data["reference"]):
            send_receipt.delay(payment_pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


class HealthView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def get(self, request):
        try:
            answer = ping.delay().get(timeout=settings.CELERY_PING_TIMEOUT)
        except ResultTimeout:
            answer = "no worker answers"
        healthy = answer == "pong"
        return Response({"worker": answer}, status=200 if healthy else 503)
