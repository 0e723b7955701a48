"""
Options that Celery does not know change nothing, without a word: results are stored, messages acknowledged early, pauses and deadlines
left out; `delay` and `retry` even take a method away. Under their right names they act.

needs: redis
"""

import os
import re
import signal
from datetime import datetime, timedelta, timezone

import redis
from lab import Web, plain_project, project

MODELS = """
from django.db import models


class Page(models.Model):
    def count_views(self):
        print("views of", self.pk)
"""
# A task of either kind takes its time, so that its worker can be killed at work.
SLOW = """
import os
import time
from celery.signals import task_prerun


@task_prerun.connect
def be_slow(task_id, **_):
    if task_id == "slow":
        time.sleep(2)
        print("at work in process", os.getpid())
        time.sleep(60)
"""
FILES = {"stats/apps.py": "from django.apps import AppConfig\nfrom . import slow\n", "stats/slow.py": SLOW}
COUNT = """
from stats.tasks import count_views
count_views.apply_async((1,), task_id="quick")
count_views.apply_async((1,), task_id="slow")
"""
ADD = "from stats.models import Page; Page.objects.create(pk=1)"
PING = "from stats.tasks import send_ping; send_ping.delay(7)"
HIT = "from stats.views import hit; assert hit(None, 7).status_code == 200"

NAMES_OF_METHODS = """
from celery import shared_task


@shared_task(delay=5)
def count_views(page_id):
    print("views of", page_id)


@shared_task(bind=True, retry=True)
def send_ping(self, page_id):
    raise self.retry()
"""
CALL_METHODS = """
from stats.tasks import count_views, send_ping
for call in (count_views.delay, send_ping):
    try:
        call(7)
    except TypeError as error:
        print("TypeError:", error)
"""


def left(shop, code):
    """How many results a task has left, and how many messages outlive the worker that is killed at work."""
    with shop.worker("--concurrency=1") as worker:
        shop.run(code)
        worker.wait_for("^views of")
        pid = worker.wait_for("at work in process").split()[-1]
        worker.stop(signal.SIGKILL)
        os.kill(int(pid), signal.SIGKILL)
    with redis.Redis.from_url(shop.env["REDIS_URL"]) as client:
        # A message that is taken but not acknowledged stands in this hash.
        return client.exists("celery-task-meta-quick"), client.hlen("unacked")


def pauses(shop):
    """The seconds for which each retry is to wait, in order, when nobody answers the ping."""
    with shop.worker() as worker:
        shop.run(PING)
        failed = worker.wait_for(r"send_ping\S+ raised unexpected: ConnectionError")
        return [float(re.search(r"Retry in ([\d.]+)s", line).group(1)) for line in worker.lines("Retry in")], failed


def seconds_until(moment):
    return moment and round((datetime.fromisoformat(moment) - datetime.now(timezone.utc)) / timedelta(seconds=1))


def times(shop):
    """In how many seconds, about, the message of a view is due, and in how many it expires."""
    shop.run(HIT)
    (message,) = shop.queued()
    return seconds_until(message["eta"]), seconds_until(message["expires"])


stats = project("wrong", "Slips in a decorator", FILES | {"stats/models.py": MODELS})
results, held = left(stats, ADD + COUNT)
assert (results, held) == (1, 0)
stats.show(f"{results} result is stored; after the worker was killed, {held} messages are left")

hit = project("wrong", "Slips in a dispatch")
assert times(hit) == (None, None)
hit.show("the message is due at once and never expires")

methods = plain_project("wrong", {"stats/tasks.py": NAMES_OF_METHODS})
errors = methods.run(CALL_METHODS).splitlines()
assert errors == ["TypeError: 'int' object is not callable", "TypeError: 'bool' object is not callable"], errors
for error in errors:
    methods.show(error)

right = project("right", "The names that Celery reads", FILES)
results, held = left(right, COUNT)
assert (results, held) == (0, 1)
right.show(f"{results} results are stored; after the worker was killed, {held} message is left")

with Web(status=None) as web:
    ping = project("wrong", "The publisher's policy on a task", web=web, faster=1000)
    waited, failed = pauses(ping)
    assert waited == [180] * 5, waited
    ping.show(f"after pauses of {waited} seconds: {failed}")

    ping = project("right", "The names that Celery reads", FILES, web=web, faster=1000)
    waited, failed = pauses(ping)
    assert waited == [10, 40, 70, 100, 130], waited
    ping.show(f"after pauses of {waited} seconds: {failed}")

due, expires = times(ping)
assert 50 < due <= 60 and 3590 < expires <= 3600
ping.show("the message is due in a minute and expires in an hour")

with Web() as web:
    ping = project("right", "An attribute of one's own", web=web)
    with ping.worker() as worker:
        ping.run(PING)
        ping.show(worker.wait_for(r"send_ping\S+ succeeded"))
    assert web.requests == ["GET https://search.example.com/ping/7"]
