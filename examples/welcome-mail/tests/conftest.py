import pytest
import redis
from django.conf import settings


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
def applicant():
    return {
        "username": "ada",
        "email": "ada@example.com",
        "password1": "correct-horse-battery",
        "password2": "correct-horse-battery",
    }
