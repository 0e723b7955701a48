"""
The token of the mailed link stands in the mail alone, not in the message.

needs: redis
"""

import re

from grading import messages, passed, result

RESET = """
from django.contrib.auth.models import User
from django.test import Client
User.objects.create_user("ada", "ada@example.com", "correct horse")
assert Client().post("/reset/", {"email": "ada@example.com"}).status_code == 202
"""

accounts = result()
accounts.run(RESET)
waiting = messages(accounts)
assert len(waiting) == 1, waiting
assert not re.search(r"[0-9a-z]{6}-[0-9a-f]{32}", waiting[0]["text"]), "the message holds a token"
with accounts.worker() as worker:
    worker.wait_for(r"https://example\.com/reset/1/[0-9a-z]{6}-[0-9a-f]{32}$")
passed("a link in the mail, no token in the message")
