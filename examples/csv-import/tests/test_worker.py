"""The whole way, with workers that are killed in the middle of it."""

import pytest

from imports.models import Import, LineError, Product
from imports.tasks import import_batch, resume_stalled_imports
from tests.worker import kill, running_worker, wait_until

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("empty_queue"),
]
State = Import.State
LINES = [f"sku-{number},Name {number},{number}.50" for number in range(4000)]
LINES[1234] = "sku-1234,Name 1234,free"


@pytest.fixture
def log(tmp_path):
    return tmp_path / "worker.log"


def assert_complete(source):
    """Each line of LINES was taken up exactly once."""
    source.refresh_from_db()
    assert source.lines == len(LINES) + 1
    assert source.stored == Product.objects.count() == len(LINES) - 1
    assert LineError.objects.get().line == 1234 + 2


def has_ended(source):
    return Import.objects.filter(pk=source.pk, state=State.FINISHED).exists


def test_a_user_sees_an_import_advance(upload, browser, log):
    seen = []

    def is_finished():
        progress = browser.get(f"/imports/{source.pk}/progress/").json()
        seen.append((progress["percent"], progress["stored"]))
        return progress["state"] == "finished"

    with running_worker(log):
        source = upload(LINES)
        wait_until(is_finished, log.read_text)
    assert_complete(source)
    assert seen == sorted(seen)
    assert any(0 < percent < 100 for percent, _ in seen)


def test_an_import_outlives_its_worker(upload, browser, log):
    source = upload(LINES)
    with running_worker(log) as worker:
        some = Import.objects.filter(pk=source.pk, position__gt=0)
        wait_until(some.exists, log.read_text)
        kill(worker)
    source.refresh_from_db()
    assert source.state == State.RUNNING
    assert 0 < source.position < source.size
    assert source.stored + source.errors.count() == source.lines - 1

    with running_worker(log.with_name("second.log")):
        stalled = has_ended(source)
        wait_until(lambda: resume_stalled_imports.delay() and stalled(), str)
    assert_complete(source)


def test_messages_that_come_twice_change_nothing(upload, log):
    source = upload(LINES)
    for _ in range(3):
        import_batch.delay(source.pk, 0)
    with running_worker(log):
        wait_until(has_ended(source), log.read_text)
        late = import_batch.delay(source.pk, 0)
        wait_until(
            lambda: f"[{late.id}] succeeded" in log.read_text(), log.read_text
        )
    assert_complete(source)
