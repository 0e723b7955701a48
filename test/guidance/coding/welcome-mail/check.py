"""
Whoever signs up gets the welcome mail from a worker, which is sent the key of a committed row.

needs: redis
"""

from grading import messages, passed, result, sends_in_transaction

SIGN_UP = """
from django.test import Client
answer = Client().post("/sign-up/", {"name": "ada", "email": "ada@example.com", "password": "correct horse"})
assert answer.status_code == 201, answer.status_code
"""

accounts = result()
sent = sends_in_transaction(accounts, SIGN_UP)
assert sent == [False], f"a transaction was open at these sends: {sent}"
assert "correct horse" not in messages(accounts)[0]["text"]
with accounts.worker() as worker:
    worker.wait_for(r"^To: ada@example\.com")
passed("mailed by the worker after the commit")
