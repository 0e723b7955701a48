"""
A password and a key that a task is given can be read in the queue, in the worker's debug log, in the events for monitoring and in the extended
result; where the key of a row is sent, they are in none of them.

needs: redis
"""

import base64
import json

import redis
from lab import project

URLS = """
from django.urls import path

from accounts.views import sign_up

urlpatterns = [path("accounts/", sign_up)]
"""
ACCOUNTS = {"accounts/urls.py": URLS, "accounts/models.py": ""}

PASSWORD = "correct horse"
KEY = "key-of-the-crm"
SETTINGS = {"CRM_API_KEY": KEY, "CELERY_RESULT_EXTENDED": True}

SIGN_UP = f"""
from django.test import Client
answer = Client().post("/accounts/", {{"email": "ada@example.com", "password": {PASSWORD!r}}})
assert answer.status_code == 202, answer.status_code
"""

# As the page says it: what is shown is another text, what is sent stays.
MASKED = f"""
from accounts.tasks import create_account
create_account.apply_async(args=["ada@example.com", {PASSWORD!r}], argsrepr="('ada@example.com', '…')")
"""
MONITOR = "from celery import current_app; from celery.events.dumper import evdump; evdump(current_app)"
CREATED = f"from django.contrib.auth.models import User; assert User.objects.get(username='ada@example.com').check_password({PASSWORD!r})"


def messages(accounts):
    """What waits on Redis, oldest first: of each message the text of its arguments in the headers, and its body."""
    with redis.Redis.from_url(accounts.env["REDIS_URL"]) as client:
        waiting = [json.loads(message) for message in reversed(client.lrange(accounts.env["PROOF_QUEUE"], 0, -1))]
    return [(each["headers"]["argsrepr"] + each["headers"]["kwargsrepr"], base64.b64decode(each["body"]).decode()) for each in waiting]


def results(accounts):
    """What Redis holds as the results of the tasks."""
    with redis.Redis.from_url(accounts.env["REDIS_URL"]) as client:
        return [client.get(key).decode() for key in client.keys("celery-task-meta-*")]


def work_off(accounts, call):
    """Have a worker at debug level do what waits and what this call sends, beside a monitor; return both."""
    waiting = len(accounts.queued())
    with accounts.start(MONITOR) as monitor, accounts.worker("--loglevel=DEBUG", "--task-events") as worker:
        monitor.wait_for("heartbeat")
        accounts.run(call)
        worker.wait_for(r"Task accounts\.tasks\.\S+ succeeded", count=waiting + 2)
        monitor.wait_for("task received: accounts", count=2)
        return worker, monitor


accounts = project("wrong", "A password and a key from the settings", ACCOUNTS, settings=SETTINGS)
accounts.run(SIGN_UP + MASKED)
(shown, body), (shown_key, body_with_key), (shown_masked, body_masked) = messages(accounts)
assert PASSWORD in shown and KEY in shown_key and KEY in body_with_key, (shown, shown_key, body_with_key)
assert json.loads(body)[0] == ["ada@example.com", PASSWORD], body
accounts.show(f"the message: {body}")
assert PASSWORD not in shown_masked and PASSWORD in body_masked, (shown_masked, body_masked)
worker, monitor = work_off(accounts, SIGN_UP)
for secret, task in [(PASSWORD, "create_account"), (KEY, "sync_contacts")]:
    assert worker.lines(rf"TaskPool: Apply.*{task}.*{secret}"), worker.log
    assert [result for result in results(accounts) if secret in result], results(accounts)
    seen = monitor.wait_for(f"task received: .*{secret}")
    accounts.show(seen.partition("] ")[2].partition(" clock=")[0])

accounts = project("right", "The key of the row", ACCOUNTS, settings=SETTINGS)
accounts.run(SIGN_UP)
sent = messages(accounts)
worker, monitor = work_off(accounts, SIGN_UP.replace("ada@", "bob@") + CREATED)
stored = results(accounts)
assert (len(sent), len(stored)) == (2, 4), (sent, stored)
assert not [place for place in [*map(str, sent), *stored, worker.log, monitor.log] if PASSWORD in place or KEY in place]
assert worker.lines("TaskPool: Apply.*send_welcome") and worker.lines("^welcome 1$"), worker.log
assert worker.lines(f"^sync 1 with a key of {len(KEY)} characters$"), worker.log
accounts.show(f"the message: {sent[0][1]}")
