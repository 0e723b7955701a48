from types import SimpleNamespace

import pytest
from celery.signals import before_task_publish
from django.contrib.auth import get_user_model
from django.core.cache import cache
from rest_framework.test import APIClient

from catalogue.models import Category, Product
from customers.models import Customer
from orders.services import BasketLine, place_order


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


@pytest.fixture
def sent():
    """The messages published so far, in order: `name`, `args` and `kwargs` of each."""
    messages = []

    def record(sender, body, **_):
        args, kwargs, _options = body
        messages.append(SimpleNamespace(name=sender, args=list(args), kwargs=kwargs))

    before_task_publish.connect(record, weak=False)
    yield messages
    before_task_publish.disconnect(record)


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Use as `with commit():` to run the callbacks that the block leaves for the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def customer(db):
    user = get_user_model().objects.create_user("ada", email="ada@example.com", password="x")
    return Customer.objects.create(user=user)


@pytest.fixture
def product(db):
    tea = Category.objects.create(name="Tea", slug="tea")
    return Product.objects.create(
        category=tea, sku="ASSAM", name="Assam", price="12.50", stock=100, low_stock_level=5
    )


@pytest.fixture
def order(customer, product, commit):
    with commit():
        return place_order(customer, [BasketLine(product.pk, 2)])


@pytest.fixture
def api(customer):
    client = APIClient()
    client.force_authenticate(customer.user)
    return client


@pytest.fixture
def staff(db):
    user = get_user_model().objects.create_superuser("root", email="r@example.com", password="x")
    client = APIClient()
    client.force_authenticate(user)
    client.force_login(user)
    return client
