"""The whole way, on real workers, with partners who fail now and then."""

from uuid import uuid4

import pytest

from orders.models import Order
from orders.tasks import fulfilment, resume_stalled_orders
from tests.worker import kill, running_worker, wait_until

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("empty_queue"),
]
State = Order.State


@pytest.fixture
def log(tmp_path):
    return tmp_path / "worker.log"


@pytest.fixture
def start(providers, log):
    """Starts a worker that finds the partners of this test."""
    url = f"http://127.0.0.1:{providers.server_port}"
    return lambda: running_worker(log, PAYMENTS_URL=url, CARRIER_URL=url)


@pytest.fixture
def submit(client, tea):
    """Submits the form; gives the order."""

    def submit(quantity=2):
        form = {"reference": uuid4(), "product": tea.pk, "quantity": quantity}
        client.post("/", form)
        return Order.objects.latest("pk")

    return submit


def wait_for(state, order, log):
    reached = Order.objects.filter(pk=order.pk, state=state)
    wait_until(reached.exists, log.read_text)
    order.refresh_from_db()


def runs(log, name):
    return log.read_text().count(f"Task orders.tasks.{name}[")


def test_an_order_is_reserved_charged_and_shipped(
    submit, start, tea, providers, log
):
    with start():
        order = submit()
        wait_for(State.SHIPPED, order, log)
    tea.refresh_from_db()
    assert tea.stock == 8
    assert providers.asked == [
        f"PUT /charges/{order.reference}",
        f"PUT /parcels/{order.reference}",
    ]


def test_workflows_that_run_at_once_do_everything_once(
    submit, start, tea, providers, log
):
    order = submit()
    for _ in range(4):
        fulfilment(order.pk).delay()
    with start():
        wait_for(State.SHIPPED, order, log)
        wait_until(
            lambda: log.read_text().count("succeeded in") == 5 * 3,
            log.read_text,
        )
    tea.refresh_from_db()
    assert tea.stock == 8
    assert sorted(providers.done) == [
        f"/charges/{order.reference}",
        f"/parcels/{order.reference}",
    ]


def test_a_declined_card_brings_the_goods_back(
    submit, start, tea, providers, log
):
    tea.stock = 50
    tea.save()
    with start():
        order = submit(quantity=50)
        wait_for(State.CANCELLED, order, log)
    tea.refresh_from_db()
    assert tea.stock == 50
    assert "declined" in order.problem
    assert not any("PUT /parcels" in asked for asked in providers.asked)
    assert "raised expected: Refused" in log.read_text()


def test_too_little_stock_charges_nobody(submit, start, providers, log):
    with start():
        order = submit(quantity=11)
        wait_for(State.CANCELLED, order, log)
    assert not any("PUT" in asked for asked in providers.asked)


def test_a_refusal_at_the_last_step_undoes_all_before(
    submit, start, tea, providers, log
):
    providers.failures = {"PUT /parcels": [400]}
    with start():
        order = submit()
        wait_for(State.CANCELLED, order, log)
    tea.refresh_from_db()
    assert (tea.stock, providers.done) == (10, {})


def test_partners_who_are_away_for_a_while_only_cost_time(
    submit, start, providers, log
):
    providers.failures = {
        "PUT /charges": [503, 503],
        "PUT /parcels": [429],
    }
    providers.acts_on_failure = True
    with start():
        order = submit()
        wait_for(State.SHIPPED, order, log)
    assert len(providers.done) == 2
    assert log.read_text().count("Retry in") == 3


def test_the_way_back_is_retried_as_well(submit, start, tea, providers, log):
    providers.failures = {
        "PUT /parcels": [400],
        "DELETE /parcels": [503],
        "DELETE /charges": [503],
    }
    with start():
        order = submit()
        wait_for(State.CANCELLED, order, log)
    tea.refresh_from_db()
    assert (tea.stock, providers.done) == (10, {})


def test_an_order_outlives_its_worker(submit, start, tea, providers, log):
    order = submit()
    with providers.lock, start() as worker:
        # The worker waits for the payment service when it is killed.
        wait_for(State.RESERVED, order, log)
        kill(worker)
    with start():
        resume_stalled_orders.delay()
        wait_for(State.SHIPPED, order, log)
    tea.refresh_from_db()
    assert tea.stock == 8
    assert len(providers.done) == 2
