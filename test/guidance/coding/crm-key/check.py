"""
The CRM gets the contact once the person is committed, and no message holds the key or the password.

needs: redis
"""

from grading import messages, passed, result, sends_in_transaction, value
from lab import Web

SIGN_UP = """
from django.test import Client
answer = Client().post("/sign-up/", {"name": "ada", "email": "ada@example.com", "password": "correct horse"})
assert answer.status_code == 201, answer.status_code
"""

with Web() as web:
    accounts = result(web=web, settings={"CRM_API_KEY": "key-of-the-crm"})
    sent = sends_in_transaction(accounts, SIGN_UP)
    assert sent == [False], f"a transaction was open at these sends: {sent}"
    text = messages(accounts)[0]["text"]
    assert "key-of-the-crm" not in text and "correct horse" not in text, "the message holds a secret"
    with accounts.worker() as worker:
        worker.wait_for("add_to_crm.* succeeded")
    assert web.requests == ["POST https://crm.example.com/contacts"], web.requests
assert value(accounts, "from accounts.models import Profile; Profile.objects.get().is_in_crm")
passed("one contact, no key in the message")
