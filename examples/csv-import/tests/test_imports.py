from datetime import timedelta
from decimal import Decimal

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError
from django.utils import timezone

from imports import services
from imports.models import Import, LineError, Product
from imports.tasks import import_batch, resume_stalled_imports

pytestmark = pytest.mark.django_db
State = Import.State
LINES = [f"sku-{number},Name {number},{number}.50" for number in range(50)]


@pytest.fixture(autouse=True)
def small_batches(settings):
    settings.IMPORT_BATCH_LINES = 20


@pytest.fixture
def sent(monkeypatch):
    """Takes the place of publishing; the messages that would be out."""
    messages = []
    monkeypatch.setattr(
        import_batch, "delay", lambda *args: messages.append(args)
    )
    monkeypatch.setattr(
        import_batch, "apply_async", lambda args, **_: messages.append(args)
    )
    return messages


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Use as `with commit():` to run the callbacks at the block's end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def work_off(messages):
    while messages:
        import_batch(*messages.pop(0))


def test_an_upload_sends_its_key_after_the_commit(upload, commit, sent):
    with commit():
        source = upload(LINES)
        assert sent == []
    assert sent == [(source.pk, 0)]
    assert source.state == State.WAITING


def test_a_file_is_imported_batch_by_batch(upload, commit, sent):
    with commit():
        source = upload(LINES)
    steps = []
    while sent:
        import_batch(*sent.pop(0))
        source.refresh_from_db()
        steps.append((source.state, source.stored, source.lines))
    assert steps == [
        (State.RUNNING, 20, 21),
        (State.RUNNING, 40, 41),
        (State.FINISHED, 50, 51),
    ]
    assert source.percent == 100
    assert Product.objects.get(sku="sku-7").price == Decimal("7.50")


def test_a_message_that_arrives_again_does_nothing(upload, commit, sent):
    with commit():
        source = upload(LINES)
    first = sent[0]
    import_batch(*first)
    import_batch(*first)
    assert len(sent) == 2  # one for the start, one for what follows
    assert Import.objects.get().attempts == 0  # that was none
    work_off(sent)
    import_batch(*first)
    source.refresh_from_db()
    assert (source.stored, sent) == (50, [])


def test_bad_lines_are_kept_and_stop_nothing(upload, commit, sent, browser):
    with commit():
        source = upload(
            [
                "CUP,Cup,a lot",
                "POT,Teapot,39.90",
                "LID",
                ",Nameless,1",
                "POT,Glass teapot,NaN",
                "POT,Steel teapot,45.00",
            ]
        )
    work_off(sent)
    source.refresh_from_db()
    assert (source.state, source.stored) == (State.FINISHED, 2)
    assert Product.objects.get().name == "Steel teapot"
    response = browser.get(f"/imports/{source.pk}/errors/")
    assert response.json()["errors"] == [
        {"line": 2, "message": "price: Enter a number."},
        {"line": 4, "message": "3 cells expected, not 1."},
        {"line": 5, "message": "sku: This field is required."},
        {"line": 6, "message": "price: Enter a number."},
    ]


def test_a_file_with_other_columns_fails(upload, commit, sent, browser):
    with commit():
        source = upload(LINES, header="name,sku,price")
    work_off(sent)
    progress = browser.get(f"/imports/{source.pk}/progress/").json()
    assert progress["state"] == "failed"
    assert progress["problem"] == "The first line must be sku,name,price."


def test_a_batch_that_fails_leaves_nothing_behind(
    upload, commit, sent, monkeypatch
):
    with commit():
        source = upload(["bad", *LINES])

    def store_and_stop(*args):
        original(*args)
        raise SoftTimeLimitExceeded

    original = services._store
    with monkeypatch.context() as patch:
        patch.setattr(services, "_store", store_and_stop)
        with pytest.raises(SoftTimeLimitExceeded):
            import_batch(*sent[0])
    source.refresh_from_db()
    assert (source.position, source.stored, source.attempts) == (0, 0, 1)
    assert not Product.objects.exists()
    work_off(sent)
    assert Product.objects.count() == 50
    assert LineError.objects.count() == 1


def test_lines_that_cannot_be_got_past_end_the_import(
    upload, commit, sent, monkeypatch, settings
):
    with commit():
        source = upload(LINES)

    def die(*_):
        raise MemoryError

    monkeypatch.setattr(services, "_store_next", die)
    for _ in range(settings.IMPORT_MAX_ATTEMPTS):
        with pytest.raises(MemoryError):
            import_batch(*sent[0])
    import_batch(*sent[0])
    source.refresh_from_db()
    assert source.state == State.FAILED
    assert source.problem == "Given up after 5 attempts at the same lines."


def test_attempts_are_counted_for_each_batch(upload, commit, sent, settings):
    settings.IMPORT_MAX_ATTEMPTS = 1
    with commit():
        source = upload(LINES)
    work_off(sent)
    source.refresh_from_db()
    assert source.state == State.FINISHED


def test_of_two_workers_with_one_message_one_has_an_effect(
    upload, commit, sent, monkeypatch
):
    with commit():
        source = upload(LINES)
    begin = services._begin

    def begin_too_late(*message):
        may_try = begin(*message)
        with monkeypatch.context() as patch:
            patch.setattr(services, "_begin", begin)
            assert services.run_batch(*message) is not None
        return may_try

    monkeypatch.setattr(services, "_begin", begin_too_late)
    assert services.run_batch(source.pk, 0) is None
    source.refresh_from_db()
    assert (source.stored, source.lines) == (20, 21)


def test_only_a_database_that_is_away_is_retried():
    assert import_batch.autoretry_for == (OperationalError,)
    assert import_batch.max_retries == 3


@pytest.mark.parametrize("state", [State.WAITING, State.RUNNING])
def test_a_stalled_import_is_resumed_where_it_was(
    upload, commit, sent, settings, state
):
    with commit():
        source = upload(LINES)
    sent.clear()
    long_ago = timezone.now() - settings.IMPORT_STALLED_AFTER * 2
    Import.objects.update(changed_at=long_ago, position=99, state=state)
    resume_stalled_imports()
    resume_stalled_imports()
    assert sent == [(source.pk, 99)]


@pytest.mark.parametrize(
    "state, age",
    [
        (State.RUNNING, timedelta(0)),
        (State.FINISHED, timedelta(days=1)),
        (State.FAILED, timedelta(days=1)),
    ],
)
def test_other_imports_are_left_alone(upload, commit, sent, state, age):
    with commit():
        upload(LINES)
    sent.clear()
    Import.objects.update(changed_at=timezone.now() - age, state=state)
    resume_stalled_imports()
    assert sent == []
