import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile

from imports.models import Import

pytestmark = pytest.mark.django_db
PAGES = ["", "progress/", "errors/"]


def test_progress_is_there_from_the_start(upload, browser):
    source = upload(["a,A,1"])
    assert browser.get(f"/imports/{source.pk}/progress/").json() == {
        "state": "waiting",
        "percent": 0,
        "lines": 0,
        "stored": 0,
        "errors": 0,
        "problem": "",
    }
    page = browser.get(f"/imports/{source.pk}/").content.decode()
    assert "waiting" in page


def test_progress_is_the_share_of_the_file(upload, browser):
    source = upload(["a,A,1"])
    Import.objects.update(size=300, position=100)
    progress = browser.get(f"/imports/{source.pk}/progress/").json()
    assert progress["percent"] == 33


@pytest.mark.parametrize("page", PAGES)
def test_imports_of_others_are_not_found(upload, client, page):
    source = upload(["a,A,1"])
    client.force_login(get_user_model().objects.create_user("eve"))
    assert client.get(f"/imports/{source.pk}/{page}").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_nobody_gets_in_without_logging_in(upload, client, page):
    source = upload(["a,A,1"])
    client.logout()
    response = client.get(f"/imports/{source.pk}/{page}")
    assert response.url.startswith("/login/")


def test_a_file_that_is_too_large_is_refused(browser, settings):
    settings.IMPORT_MAX_BYTES = 10
    file = ContentFile(b"sku,name,price\n", name="products.csv")
    response = browser.post("/", {"file": file})
    assert "This file is too large." in response.content.decode()
    assert not Import.objects.exists()
