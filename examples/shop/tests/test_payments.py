from datetime import timedelta

import pytest
from celery.exceptions import Retry
from django.core import mail
from django.utils import timezone

from fulfilment.tasks import push_shipment
from orders.models import Order
from orders.tasks import expire_unpaid_orders, resume_stuck_orders
from payments import gateway
from payments.models import Payment
from payments.services import record_capture, record_decline
from payments.tasks import capture_payment, follow_settlement, refund_payment


@pytest.fixture
def payment(order):
    return order.payment


def test_a_capture_pays_the_order_and_tells_the_warehouse(payment, sent, commit, monkeypatch):
    monkeypatch.setattr(gateway, "capture", lambda *args: "ref-1")
    with commit():
        capture_payment(payment.pk, str(payment.idempotency_key))
    payment.refresh_from_db()
    assert payment.status == Payment.Status.CAPTURED
    assert payment.order.status == Order.Status.PAID
    assert {message.name for message in sent} == {
        "fulfilment.tasks.push_shipment",
        "payments.tasks.send_receipt",
        "payments.tasks.follow_settlement",
    }


def test_a_capture_is_recorded_once(payment, sent, commit):
    with commit():
        assert record_capture(payment.pk, "ref-1")
        assert not record_capture(payment.pk, "ref-2")
    payment.refresh_from_db()
    assert payment.reference == "ref-1"
    assert len(sent) == 1


def test_a_declined_payment_lets_the_order_expire(payment, product, sent, commit, settings):
    record_decline(payment.pk)
    placed = timezone.now() - timedelta(hours=settings.UNPAID_ORDER_HOURS, minutes=1)
    Order.objects.update(placed_at=placed)
    with commit():
        expire_unpaid_orders()
    product.refresh_from_db()
    assert Order.objects.get().status == Order.Status.EXPIRED
    assert product.stock == 100
    assert sent[0].args == [payment.order_id]


def test_a_refund_is_repeated_with_the_same_key(payment, monkeypatch):
    keys = []

    def refuse(reference, idempotency_key):
        keys.append(idempotency_key)
        raise gateway.GatewayUnavailable("status 503")

    monkeypatch.setattr(gateway, "refund", refuse)
    outcome = refund_payment.apply((payment.pk,))
    assert outcome.failed()
    assert keys == [payment.idempotency_key] * (refund_payment.max_retries + 1)


def test_the_settlement_is_followed_until_it_arrives(payment, monkeypatch):
    record_capture(payment.pk, "ref-1")
    monkeypatch.setattr(gateway, "is_settled", lambda reference: False)
    monkeypatch.setattr(follow_settlement, "retry", lambda **_: Retry())
    with pytest.raises(Retry):
        follow_settlement(payment.pk)
    monkeypatch.setattr(gateway, "is_settled", lambda reference: True)
    follow_settlement(payment.pk)
    payment.refresh_from_db()
    assert payment.status == Payment.Status.SETTLED


def test_a_settlement_that_never_arrives_is_reported(payment, sent, monkeypatch):
    record_capture(payment.pk, "ref-1")
    monkeypatch.setattr(gateway, "is_settled", lambda reference: False)
    follow_settlement.apply((payment.pk,), retries=240)
    assert sent[-1].name == "payments.tasks.warn_unsettled"


def test_shipping_stores_the_tracking_code(payment, monkeypatch):
    record_capture(payment.pk, "ref-1")
    monkeypatch.setattr("fulfilment.tasks.put_shipment", lambda number, lines: f"T-{number}")
    push_shipment(payment.order_id)
    order = Order.objects.get()
    assert order.status == Order.Status.SHIPPED
    assert order.tracking_code == f"T-{order.number}"
    assert mail.outbox == []


def test_a_paid_order_that_was_missed_is_resumed(order, sent, commit):
    Order.objects.update(status=Order.Status.PAID, paid_at=timezone.now() - timedelta(hours=2))
    with commit():
        resume_stuck_orders()
    order.refresh_from_db()
    assert order.fulfilment_started_at
    assert [message.name for message in sent] == ["fulfilment.tasks.push_shipment"]
