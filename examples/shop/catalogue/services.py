from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction

from catalogue.tasks import reindex_product

CENT = Decimal("0.01")


def discount(category, percent):
    """Lowers every price of a category by a percentage and returns how many it changed."""
    factor = 1 - Decimal(percent) / 100
    with transaction.atomic():
        products = list(category.products.on_sale().select_for_update())
        for product in products:
            product.price = (product.price * factor).quantize(CENT, ROUND_HALF_UP)
            product.save(update_fields=["price"])
            transaction.on_commit(lambda pk=product.pk: reindex_product.delay(pk))
    return len(products)
