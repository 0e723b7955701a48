from uuid import uuid4

import pytest
from celery.canvas import Signature
from django.db import transaction
from kombu.exceptions import OperationalError

from orders.checkout import place_order
from orders.models import Order
from orders.tasks import cancel_order, fulfilment

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch):
    """Takes the place of publishing; the workflows that would be out."""
    workflows = []
    monkeypatch.setattr(
        Signature, "delay", lambda self: workflows.append(self)
    )
    return workflows


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Use as `with commit():` to run the callbacks at the block's end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_the_workflow_starts_after_the_commit(tea, sent, commit):
    with commit():
        order = place_order(uuid4(), {tea: 2})
        assert sent == []
    assert sent == [fulfilment(order.pk)]


def test_nothing_starts_after_a_rollback(tea, sent, commit):
    with commit() as callbacks, pytest.raises(RuntimeError):
        with transaction.atomic():
            place_order(uuid4(), {tea: 2})
            raise RuntimeError("whatever comes after it in the transaction")
    assert callbacks == []


def test_every_step_is_immutable_and_has_its_way_back():
    workflow = fulfilment(7)
    for step in workflow.tasks:
        assert (step.immutable, step.args) == (True, (7,))
    assert workflow.options["link_error"] == [cancel_order.si(7)]


def test_a_form_that_is_submitted_twice_makes_one_order(
    client, tea, sent, commit
):
    form = {"reference": uuid4(), "product": tea.pk, "quantity": 2}
    with commit():
        first = client.post("/", form)
        second = client.post("/", form)
    assert first.url == second.url
    assert Order.objects.count() == len(sent) == 1
    assert client.get(first.url).json() == {
        "state": "placed",
        "total": "25.00",
        "tracking_code": "",
        "problem": "",
    }


def test_each_form_has_a_reference_of_its_own(client, db):
    pages = {client.get("/").content for _ in range(2)}
    assert len(pages) == 2


@pytest.mark.django_db(transaction=True)
def test_an_order_stands_when_the_broker_is_away(tea, monkeypatch, caplog):
    def refuse(_):
        raise OperationalError("connection refused")

    monkeypatch.setattr(Signature, "delay", refuse)
    order = place_order(uuid4(), {tea: 2})
    order.refresh_from_db()
    assert order.state == Order.State.PLACED
    assert "connection refused" in caplog.text
