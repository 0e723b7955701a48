import requests


def charge(order):
    """Take the money for an order. Raises requests.RequestException where that fails."""
    answer = requests.post("https://payments.example.com/charges", json={"order": order.pk}, timeout=10)
    answer.raise_for_status()
