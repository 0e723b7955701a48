"""
In a TestCase nothing is committed, so a patched delay is never called by delay_on_commit; captureOnCommitCallbacks(execute=True) calls it.
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task
def send_receipt(order_id):
    print("receipt for", order_id)
"""
# A model, so that there is a database.
MODELS = """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
"""
TEST = """
import unittest
from contextlib import nullcontext
from unittest import mock

from django.test import TestCase
from shop.tasks import send_receipt


class CheckoutTest(TestCase):
    def test_sends_the_receipt(self):
        with mock.patch.object(send_receipt, "delay") as delay:
            with {callbacks}:
                send_receipt.delay_on_commit(1)
        delay.assert_called_once_with(1)


CheckoutTest("test_sends_the_receipt").debug()
print("passed")
"""
FILES = {"shop/models.py": MODELS, "shop/tasks.py": TASKS}

shop = plain_project("wrong", FILES)
shop.show(shop.fails(TEST.format(callbacks="nullcontext()"), r"Called 0 times\."))

shop = plain_project("right", FILES)
assert "passed" in shop.run(TEST.format(callbacks="self.captureOnCommitCallbacks(execute=True)"))
shop.show("passed")
