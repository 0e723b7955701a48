from shutil import rmtree

import pytest
import redis
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile

from imports.models import Import


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


@pytest.fixture(scope="session", autouse=True)
def media():
    yield
    rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture
def owner(db):
    return get_user_model().objects.create_user("ada", password="x")


@pytest.fixture
def browser(client, owner):
    client.force_login(owner)
    return client


@pytest.fixture
def upload(browser):
    """Uploads a file of these lines below the header; gives the import."""

    def upload(lines, header="sku,name,price"):
        text = "\n".join([header, *lines, ""])
        file = ContentFile(text.encode(), name="products.csv")
        response = browser.post("/", {"file": file})
        assert response.status_code == 302, response.content.decode()
        return Import.objects.latest("pk")

    return upload
