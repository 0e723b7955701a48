"""The newsletter provider's HTTP interface."""

import requests
from django.conf import settings


class MailingListError(Exception):
    """The provider could not be reached or refused the call."""


def subscribe(email, name):
    """Adds or updates one subscriber; the provider keys subscribers by address."""
    _call("PUT", email, {"name": name})


def unsubscribe(email):
    _call("DELETE", email, None)


def _call(method, email, body):
    url = f"{settings.MAILING_LIST_URL}/subscribers/{email}"
    try:
        response = requests.request(method, url, json=body, timeout=settings.HTTP_TIMEOUT)
        response.raise_for_status()
    except requests.RequestException as error:
        raise MailingListError(str(error)) from error
