"""The payment service and the carrier.

Each call may be made any number of times with the same key: the services
answer a second one as they answered the first. After a cancellation they
refuse the key, also when the call that it cancels arrives later.
"""

import requests
from django.conf import settings


class Unavailable(Exception):
    """No answer, or none that counts. What was asked may have been done."""


class Refused(Exception):
    """The service said no, and will say no again."""


def charge(key, amount):
    """Takes the money; gives the payment service's id for it."""
    url = f"{settings.PAYMENTS_URL}/charges/{key}"
    return _call("PUT", url, {"amount": str(amount)})["id"]


def cancel_charge(key):
    """Gives the money back, or sees to it that none is taken any more."""
    _call("DELETE", f"{settings.PAYMENTS_URL}/charges/{key}")


def book_parcel(key):
    """Has the goods fetched; gives the tracking code."""
    return _call("PUT", f"{settings.CARRIER_URL}/parcels/{key}")["id"]


def cancel_parcel(key):
    _call("DELETE", f"{settings.CARRIER_URL}/parcels/{key}")


def _call(method, url, body=None):
    try:
        response = requests.request(
            method, url, json=body, timeout=settings.HTTP_TIMEOUT
        )
    except requests.RequestException as error:
        raise Unavailable(str(error)) from error
    status = response.status_code
    if status >= 500 or status in (408, 429):
        raise Unavailable(f"{url} answers {status}")
    if not response.ok:
        raise Refused(_reason(response))
    return response.json()


def _reason(response):
    try:
        return response.json()["error"]
    except (ValueError, KeyError):
        return f"{response.url} answers {response.status_code}"
