from rest_framework import serializers

from catalogue.models import Category, Product
from orders.models import Order, OrderLine, SalesReport
from orders.services import BasketLine


class ProductSerializer(serializers.ModelSerializer):
    category = serializers.SlugRelatedField(slug_field="slug", read_only=True)

    class Meta:
        model = Product
        fields = ["id", "sku", "name", "description", "category", "price"]


class OrderLineSerializer(serializers.ModelSerializer):
    sku = serializers.CharField(source="product.sku", read_only=True)

    class Meta:
        model = OrderLine
        fields = ["sku", "quantity", "unit_price"]


class OrderSerializer(serializers.ModelSerializer):
    lines = OrderLineSerializer(many=True, read_only=True)

    class Meta:
        model = Order
        fields = ["number", "status", "total", "tracking_code", "placed_at", "lines"]


class BasketLineSerializer(serializers.Serializer):
    product_id = serializers.PrimaryKeyRelatedField(queryset=Product.objects.on_sale())
    quantity = serializers.IntegerField(min_value=1, max_value=100)


class CheckoutSerializer(serializers.Serializer):
    lines = BasketLineSerializer(many=True, allow_empty=False)

    def basket(self):
        return [
            BasketLine(line["product_id"].pk, line["quantity"])
            for line in self.validated_data["lines"]
        ]


class RegistrationSerializer(serializers.Serializer):
    email = serializers.EmailField()
    password = serializers.CharField(min_length=10, write_only=True)
    wants_newsletter = serializers.BooleanField(default=False)


class TradeAccountSerializer(serializers.Serializer):
    email = serializers.EmailField()
    company = serializers.CharField(max_length=120)
    phone = serializers.CharField(max_length=40, required=False, default="")


class DiscountSerializer(serializers.Serializer):
    category = serializers.SlugRelatedField(slug_field="slug", queryset=Category.objects.all())
    percent = serializers.IntegerField(min_value=1, max_value=90)


class CaptureNoticeSerializer(serializers.Serializer):
    payment_id = serializers.IntegerField()
    reference = serializers.CharField(max_length=64)


class SalesReportSerializer(serializers.ModelSerializer):
    class Meta:
        model = SalesReport
        fields = ["id", "first_day", "last_day", "status", "body"]
        read_only_fields = ["status", "body"]
