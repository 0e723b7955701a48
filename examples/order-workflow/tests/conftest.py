from decimal import Decimal

import pytest
import redis
from django.conf import settings

from orders.models import Product
from providers import Providers


@pytest.fixture
def empty_queue():
    """Empties the broker when it is called, and at the end of the test."""
    client = redis.Redis.from_url(settings.CELERY_BROKER_URL)
    prefix = settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"]

    def empty():
        for key in client.scan_iter(f"{prefix}*"):
            client.delete(key)

    yield empty
    empty()


@pytest.fixture
def providers(settings):
    with Providers(port=0).running() as providers:
        url = f"http://127.0.0.1:{providers.server_port}"
        settings.PAYMENTS_URL = settings.CARRIER_URL = url
        yield providers


@pytest.fixture
def tea(db):
    return Product.objects.create(
        name="Assam", price=Decimal("12.50"), stock=10
    )
