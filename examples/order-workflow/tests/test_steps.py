from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from orders import steps
from orders.checkout import place_order
from orders.models import Order, Product
from orders.partners import Refused, Unavailable
from orders.tasks import (
    cancel_order,
    charge_payment,
    reserve_stock,
    resume_stalled_orders,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("providers"),
]
State = Order.State
FORWARD = [steps.reserve, steps.charge, steps.ship]


@pytest.fixture
def order(tea):
    return place_order(uuid4(), {tea: 2})


def run(steps, order):
    for step in steps:
        step(order.pk)
    order.refresh_from_db()


def stock():
    return Product.objects.get().stock


def test_the_way_forward(order, providers):
    run(FORWARD, order)
    assert (order.state, stock()) == (State.SHIPPED, 8)
    assert order.charge_id and order.tracking_code


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_step_can_be_repeated_at_any_time(order, providers, count):
    run(FORWARD[:count] * 2 + FORWARD, order)
    assert (order.state, stock()) == (State.SHIPPED, 8)
    assert len(providers.done) == 2
    assert len(providers.asked) == 2


def test_no_step_runs_before_its_turn(order, providers):
    run([steps.ship, steps.charge], order)
    assert (order.state, providers.asked) == (State.PLACED, [])


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_way_back_from_anywhere(order, providers, count):
    run([*FORWARD[:count], steps.cancel, *FORWARD, steps.cancel], order)
    assert (order.state, stock()) == (State.CANCELLED, 10)
    assert providers.done == {}


def test_there_is_no_way_back_from_shipped(order, providers):
    run([*FORWARD, steps.cancel], order)
    assert (order.state, len(providers.done)) == (State.SHIPPED, 2)


def test_goods_are_reserved_all_or_none(tea, order):
    teapot = Product.objects.create(name="Teapot", price=40, stock=1)
    order = place_order(uuid4(), {tea: 2, teapot: 2})
    with pytest.raises(steps.OutOfStock):
        steps.reserve(order.pk)
    order.refresh_from_db()
    assert (order.state, order.holds_stock) == (State.PLACED, False)
    assert order.problem == f"Not enough of product {teapot.pk}."
    assert list(Product.objects.values_list("stock", flat=True)) == [10, 1]


def test_the_database_keeps_stock_from_going_below_zero(tea):
    with pytest.raises(IntegrityError), transaction.atomic():
        Product.objects.update(stock=-1)


def test_a_declined_card_is_no_error_of_ours(tea, providers):
    order = place_order(uuid4(), {tea: 50})
    Product.objects.update(stock=50)
    steps.reserve(order.pk)
    result = charge_payment.apply((order.pk,))
    assert isinstance(result.result, Refused)
    assert len(providers.asked) == 1  # and it is not tried again
    order.refresh_from_db()
    assert order.problem == "The card was declined."


def test_what_may_have_been_charged_is_cancelled(order, providers):
    steps.reserve(order.pk)
    providers.failures = {"PUT /charges": [500]}
    providers.acts_on_failure = True
    with pytest.raises(Unavailable):
        steps.charge(order.pk)
    assert len(providers.done) == 1  # we do not know, and it was
    run([steps.cancel], order)
    assert (order.state, providers.done) == (State.CANCELLED, {})


def test_a_charge_that_arrives_after_the_cancellation_is_refused(
    order, providers
):
    steps.reserve(order.pk)
    run([steps.cancel], order)
    Order.objects.update(state=State.RESERVED)  # as a slow worker read it
    with pytest.raises(Refused):
        steps.charge(order.pk)
    assert providers.done == {}


def test_an_order_that_cannot_be_undone_waits_for_a_person(
    order, providers, caplog
):
    providers.failures = {"DELETE /parcels": [409]}
    run([steps.reserve, steps.charge, steps.cancel], order)
    assert (order.state, stock()) == (State.BLOCKED, 8)
    assert "cannot be undone" in caplog.text


def test_retries_are_capped(order, providers):
    steps.reserve(order.pk)
    providers.failures = {"PUT": [503] * 20}
    result = charge_payment.apply((order.pk,))
    assert isinstance(result.result, Unavailable)
    assert len(providers.asked) == charge_payment.max_retries + 1


@pytest.mark.parametrize(
    "state, task",
    [
        (State.PLACED, reserve_stock),
        (State.PAID, reserve_stock),
        (State.CANCELLING, cancel_order),
        (State.SHIPPED, None),
        (State.CANCELLED, None),
        (State.BLOCKED, None),
    ],
)
def test_stalled_orders_are_taken_up(order, state, task, monkeypatch):
    sent = []

    def record(self, args=None, kwargs=None, **_):
        sent.append(self.tasks[0].task)

    monkeypatch.setattr("celery.canvas._chain.apply_async", record)
    monkeypatch.setattr(
        cancel_order, "delay", lambda pk: sent.append(cancel_order.name)
    )
    Order.objects.update(state=state)
    resume_stalled_orders()
    assert sent == ([task.name] if task else [])
