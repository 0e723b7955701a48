import requests


def push_order(order):
    """Tell the warehouse about an order. Raises requests.RequestException where it does not take it."""
    answer = requests.post("https://warehouse.example.com/orders", json={"order": order.pk, "quantity": order.quantity}, timeout=10)
    answer.raise_for_status()
