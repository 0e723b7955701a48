import pytest

from orders import stock
from orders.models import Order
from orders.services import BasketLine, CannotCancel, cancel_order, place_order
from payments.models import Payment
from payments.services import record_capture


def names(sent):
    return [message.name for message in sent]


def test_checkout_stores_the_order_and_reserves_the_goods(order, product):
    product.refresh_from_db()
    assert product.stock == 98
    assert order.total == 25
    assert order.payment.status == Payment.Status.PENDING


def test_checkout_sends_ids_after_the_commit(customer, product, sent, commit):
    with commit():
        order = place_order(customer, [BasketLine(product.pk, 1)])
        assert sent == []
    assert names(sent) == ["orders.tasks.send_confirmation", "payments.tasks.capture_payment"]
    assert sent[0].args == [order.pk]
    assert sent[1].args == [order.payment.pk, str(order.payment.idempotency_key)]


def test_too_large_an_order_leaves_no_trace(customer, product, sent, commit):
    with pytest.raises(stock.OutOfStock), commit():
        place_order(customer, [BasketLine(product.pk, 101)])
    product.refresh_from_db()
    assert product.stock == 100
    assert not Order.objects.exists()
    assert sent == []


def test_a_cancelled_order_returns_its_goods_and_its_money(order, product, sent, commit):
    record_capture(order.payment.pk, "ref-1")
    sent.clear()
    with commit():
        cancel_order(order.pk)
    order.refresh_from_db()
    product.refresh_from_db()
    assert order.status == Order.Status.CANCELLED
    assert product.stock == 100
    assert set(names(sent)) == {
        "orders.tasks.send_cancellation",
        "payments.tasks.refund_payment",
    }


def test_an_unpaid_order_cannot_be_cancelled(order):
    with pytest.raises(CannotCancel):
        cancel_order(order.pk)
