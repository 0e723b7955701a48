import pytest
from django.core import mail

from catalogue.models import Product
from customers.models import Customer
from customers.tasks import send_password_reset
from orders.models import Order


def test_anyone_may_browse_products(client, product):
    found = client.get("/api/products/").json()["results"]
    assert [item["sku"] for item in found] == ["ASSAM"]


def test_checkout_over_http(api, product, sent, commit):
    with commit():
        body = {"lines": [{"product_id": product.pk, "quantity": 3}]}
        answer = api.post("/api/orders/", body, format="json")
    assert answer.status_code == 201
    assert answer.json()["lines"] == [{"sku": "ASSAM", "quantity": 3, "unit_price": "12.50"}]
    assert len(sent) == 2


def test_checkout_refuses_more_than_there_is(api, product):
    Product.objects.update(stock=1)
    body = {"lines": [{"product_id": product.pk, "quantity": 2}]}
    answer = api.post("/api/orders/", body, format="json")
    assert answer.status_code == 400
    assert answer.json() == {"lines": "Only 1 of ASSAM are left."}


def test_orders_of_others_are_hidden(order, staff, db):
    assert staff.get(f"/api/orders/{order.number}/").status_code == 404


def test_an_unpaid_order_cannot_be_cancelled_over_http(api, order):
    answer = api.post(f"/api/orders/{order.number}/cancel/")
    assert answer.status_code == 400


def test_registration_opens_an_account(client, sent, commit, db):
    form = {"email": "bob@example.com", "password": "long-enough", "wants_newsletter": True}
    with commit():
        answer = client.post("/api/registrations/", form)
    customer = Customer.objects.get(pk=answer.json()["id"])
    assert customer.user.check_password("long-enough")
    assert [message.args for message in sent] == [[customer.pk], [customer.pk]]


def test_a_trade_account_can_sign_in(staff, sent, commit):
    with commit():
        answer = staff.post("/api/trade-accounts/", {"email": "co@example.com", "company": "Co"})
    assert answer.status_code == 201
    assert Customer.objects.get().user.has_usable_password()
    assert [message.name for message in sent] == ["customers.tasks.send_trade_account_details"]


def test_the_newsletter_can_be_left(api, customer, sent):
    api.put("/api/newsletter/")
    api.delete("/api/newsletter/")
    customer.refresh_from_db()
    assert not customer.wants_newsletter
    assert len(sent) == 2


def test_a_password_reset_makes_its_token_in_the_worker(customer):
    send_password_reset(customer.pk)
    assert f"{customer.user.pk}-" in mail.outbox[0].body


def test_a_discount_lowers_prices_and_reindexes(staff, product, sent, commit):
    with commit():
        answer = staff.post("/api/discounts/", {"category": "tea", "percent": 10})
    product.refresh_from_db()
    assert answer.json() == {"changed": 1}
    assert str(product.price) == "11.25"
    assert [message.args for message in sent] == [[product.pk]]


@pytest.mark.parametrize(("key", "status"), [("tests-only", 204), ("wrong", 403), ("", 403)])
def test_a_capture_notice_needs_the_key(client, order, key, status):
    answer = client.post(
        "/api/payments/captures/",
        {"payment_id": order.payment.pk, "reference": "ref-9"},
        headers={"X-Webhook-Key": key},
    )
    order.refresh_from_db()
    assert answer.status_code == status
    assert (order.status == Order.Status.PAID) == (status == 204)
