"""The warehouse's HTTP interface."""

import requests
from django.conf import settings


class WarehouseError(Exception):
    """The warehouse could not be reached or refused the shipment."""


def put_shipment(number, lines):
    """Creates or replaces the shipment of an order and returns its tracking code.

    The order number is the key, so that the same call can safely be made twice.
    """
    url = f"{settings.WAREHOUSE_URL}/shipments/{number}"
    body = {"lines": [{"sku": sku, "quantity": quantity} for sku, quantity in lines]}
    try:
        response = requests.put(url, json=body, timeout=settings.HTTP_TIMEOUT)
        response.raise_for_status()
    except requests.RequestException as error:
        raise WarehouseError(str(error)) from error
    return response.json()["tracking_code"]
