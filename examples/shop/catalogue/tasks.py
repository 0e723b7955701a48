import logging
from decimal import Decimal

from celery import chord, group, shared_task
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.mail import send_mail
from django.db.models import F, Sum

from catalogue.models import Category, Product, ProductImage, SearchDocument
from config.retries import MAIL_RETRY

logger = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def reindex_product(product_pk):
    try:
        product = Product.objects.select_related("category").get(pk=product_pk)
    except Product.DoesNotExist:
        logger.info("product %s is gone, nothing to index", product_pk)
        return
    SearchDocument.objects.update_or_create(
        product=product,
        defaults={
            "title": f"{product.category.name} {product.name}",
            "price": product.price,
            "visible": product.active,
        },
    )


@shared_task(ignore_result=True)
def reindex_products(product_pks):
    group(reindex_product.si(pk) for pk in product_pks).apply_async()


@shared_task(ignore_result=True)
def reindex_category(category_pk):
    pks = Product.objects.filter(category_id=category_pk).values_list("pk", flat=True)
    reindex_products.delay(list(pks))


@shared_task(ignore_result=True)
def rebuild_search():
    for category_pk in Category.objects.values_list("pk", flat=True):
        reindex_category.delay(category_pk)


@shared_task(ignore_result=True)
def purge_image_file(name):
    """Deletes an uploaded file, unless another image row still shows it."""
    if ProductImage.objects.filter(file=name).exists():
        return
    default_storage.delete(name)


@shared_task(ignore_result=True, **MAIL_RETRY)
def warn_low_stock(product):
    send_mail(
        subject=f"{product.sku}: {product.stock} left",
        message=f"{product.name} is down to its reorder level of {product.low_stock_level}.",
        from_email=None,
        recipient_list=[settings.PURCHASING_EMAIL],
    )


@shared_task
def value_category(category_pk):
    products = Product.objects.filter(category_id=category_pk)
    value = products.aggregate(value=Sum(F("stock") * F("price")))["value"]
    return str(value or Decimal(0))


@shared_task(ignore_result=True)
def mail_stock_value(values):
    total = sum(Decimal(value) for value in values)
    send_mail(
        subject="Stock value",
        message=f"Goods worth {total:.2f} EUR are in stock.",
        from_email=None,
        recipient_list=[settings.SALES_TEAM_EMAIL],
    )


@shared_task(ignore_result=True)
def value_stock():
    pks = Category.objects.values_list("pk", flat=True)
    chord(value_category.s(pk) for pk in pks)(mail_stock_value.s())
