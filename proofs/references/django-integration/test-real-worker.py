"""
A worker in a thread of the test does not see the rows of a TestCase, which are never committed; it sees those of a TransactionTestCase.

needs: redis, postgres
"""

from lab import plain_project

FILES = {
    "shop/models.py": """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
""",
    "shop/tasks.py": """
from celery import shared_task
from shop.models import Order


@shared_task
def label(order_id):
    return Order.objects.get(pk=order_id).email
""",
}
TEST = """
from celery.contrib.testing.worker import start_worker
from config import celery_app
from django.test import {case}
from shop.models import Order
from shop.tasks import label


class LabelTest({case}):
    def test_finds_the_row(self):
        order = Order.objects.create(email="ada@example.com")
        with start_worker(celery_app, {options}):
            print(label.delay(order.pk).get(timeout=20))


LabelTest("test_finds_the_row").debug()
"""

shop = plain_project("wrong", FILES)
shop.fails(TEST.format(case="TransactionTestCase", options=""), "^AssertionError")
shop.show(shop.fails(TEST.format(case="TestCase", options="perform_ping_check=False"), "DoesNotExist"))

shop = plain_project("right", FILES)
output = shop.run(TEST.format(case="TransactionTestCase", options="perform_ping_check=False"))
assert "ada@example.com" in output, output
shop.show("ada@example.com")
