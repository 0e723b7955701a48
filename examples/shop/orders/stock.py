from django.db.models import F

from catalogue.models import Product
from catalogue.tasks import warn_low_stock


class OutOfStock(Exception):
    def __init__(self, sku, available):
        super().__init__(sku, available)
        self.sku = sku
        self.available = available


def reserve(product_id, quantity):
    """Takes goods out of stock. The caller holds the transaction and so the row lock."""
    product = Product.objects.on_sale().select_for_update().get(pk=product_id)
    if product.stock < quantity:
        raise OutOfStock(product.sku, product.stock)
    product.stock -= quantity
    product.save(update_fields=["stock"])
    if product.stock <= product.low_stock_level:
        warn_low_stock.delay_on_commit(product)
    return product


def release(order):
    """Puts the goods of an order back on sale."""
    for line in order.lines.all():
        Product.objects.filter(pk=line.product_id).update(stock=F("stock") + line.quantity)
