from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from catalogue.models import ProductImage, SearchDocument
from catalogue.tasks import mail_stock_value, purge_image_file, reindex_product, value_category
from config.celery import app
from customers import mailing_list
from customers.models import Voucher
from customers.tasks import send_birthday_vouchers, send_voucher, sync_newsletter
from orders.models import Order, SalesReport
from orders.tasks import build_sales_report, mail_sales_summary, send_confirmation


@pytest.mark.parametrize("entry", sorted(app.conf.beat_schedule))
def test_each_scheduled_task_exists(entry):
    app.loader.import_default_modules()
    assert app.conf.beat_schedule[entry]["task"] in app.tasks


def test_a_search_entry_follows_its_product(product):
    reindex_product(product.pk)
    assert SearchDocument.objects.get().title == "Tea Assam"
    product.delete()
    reindex_product(product.pk)
    assert not SearchDocument.objects.exists()


def test_a_file_that_another_image_shows_is_kept(product):
    name = default_storage.save("products/tea.jpg", ContentFile(b"jpeg"))
    image = ProductImage.objects.create(product=product, file=name)
    purge_image_file(name)
    assert default_storage.exists(name)
    image.delete()
    purge_image_file(name)
    assert not default_storage.exists(name)


def test_the_stock_value_is_summed_over_categories(product):
    mail_stock_value([value_category(product.category_id), "100"])
    assert "1350.00 EUR" in mail.outbox[0].body


def test_an_order_is_confirmed_once(order):
    send_confirmation(order.pk)
    send_confirmation(order.pk)
    assert [message.to for message in mail.outbox] == [["ada@example.com"]]


def test_the_sales_report_counts_what_was_sold(order, customer):
    Order.objects.update(status=Order.Status.PAID, paid_at=timezone.now())
    today = timezone.localdate()
    report = SalesReport.objects.create(requested_by=customer.user, first_day=today, last_day=today)
    build_sales_report(report.pk)
    report.refresh_from_db()
    assert report.status == SalesReport.Status.READY
    assert report.body.splitlines() == ["sku,name,sold", "ASSAM,Assam,2"]


def test_the_summary_is_about_yesterday(order):
    yesterday = timezone.now() - timedelta(days=1)
    Order.objects.update(status=Order.Status.PAID, paid_at=yesterday)
    mail_sales_summary()
    assert mail.outbox[0].body == "1 orders, 25.00 EUR."


def test_a_birthday_brings_one_voucher(customer, sent):
    customer.born_on = timezone.localdate().replace(year=1996)
    customer.save()
    send_birthday_vouchers()
    send_birthday_vouchers()
    assert Voucher.objects.count() == 1
    assert len(sent) == 1
    send_voucher(*sent[0].args, **sent[0].kwargs)
    assert Voucher.objects.get().code in mail.outbox[0].body


def test_the_newsletter_list_follows_the_customer(customer, monkeypatch):
    removed = []
    monkeypatch.setattr(mailing_list, "unsubscribe", removed.append)
    sync_newsletter(customer.pk)
    assert removed == ["ada@example.com"]


def test_orders_can_be_pushed_by_hand(sent):
    call_command("push_orders", "7", "8", stdout=StringIO())
    assert [message.args for message in sent] == [[7], [8]]
