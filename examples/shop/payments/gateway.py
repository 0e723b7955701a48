"""The payment provider's HTTP interface."""

import requests
from django.conf import settings


class GatewayUnavailable(Exception):
    """The provider could not be reached or failed; the call may be made again."""


class PaymentDeclined(Exception):
    """The provider said no, and will say no again."""


def capture(amount, currency, idempotency_key):
    """Takes the money and returns the provider's reference. Safe to repeat with the same key."""
    body = {"amount": str(amount), "currency": currency}
    return _call("POST", "/captures", body, idempotency_key)["reference"]


def refund(reference, idempotency_key):
    _call("POST", f"/captures/{reference}/refunds", {}, idempotency_key)


def is_settled(reference):
    return _call("GET", f"/captures/{reference}", None, None)["settled"]


def _call(method, path, body, idempotency_key):
    headers = {"Authorization": f"Bearer {settings.GATEWAY_API_KEY}"}
    if idempotency_key:
        headers["Idempotency-Key"] = str(idempotency_key)
    try:
        response = requests.request(
            method,
            settings.GATEWAY_URL + path,
            json=body,
            headers=headers,
            timeout=settings.HTTP_TIMEOUT,
        )
    except requests.RequestException as error:
        raise GatewayUnavailable(str(error)) from error
    if response.status_code == 402:
        raise PaymentDeclined(response.text)
    if not response.ok:
        raise GatewayUnavailable(f"status {response.status_code}")
    return response.json()
