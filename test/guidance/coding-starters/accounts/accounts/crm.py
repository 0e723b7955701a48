import requests


def push_contact(api_key, email):
    """Add a contact to the CRM. Raises requests.RequestException where it does not take it."""
    answer = requests.post("https://crm.example.com/contacts", json={"email": email}, headers={"Authorization": f"Bearer {api_key}"}, timeout=10)
    answer.raise_for_status()
