"""What the checks of the coding tasks have in common: the result that is graded, and what it sends."""

import base64
import json
import uuid

import redis
from lab import project

#: A line of a worker's log about a task that has ended for good.
ENDED = r"\[[\w-]+\] (succeeded|raised|ignored|rejected)"

_WATCH = """
import json
from django.db import connection
from kombu.messaging import Producer
open_at_send = []
publish = Producer.publish
def watched(self, *args, **options):
    open_at_send.append(connection.in_atomic_block)
    return publish(self, *args, **options)
Producer.publish = watched
"""


def result(files=None, **options):
    """Make a running project of the result that is graded, with `files` (path to text) in addition."""
    return project("right", None, files, **options)


def sends_in_transaction(project, code):
    """Run code, and return for each message it sends whether a transaction was open at that moment."""
    written = project.run(f"{_WATCH}\n{code}\nprint('\\nSENT', json.dumps(open_at_send))")
    line = next(line for line in written.splitlines() if line.startswith("SENT "))
    return json.loads(line.removeprefix("SENT "))


def messages(project):
    """Return what waits in all queues: of each message its task, args, kwargs, headers, and all of it as text."""
    with redis.Redis.from_url(project.env["REDIS_URL"]) as client:
        raw = [message for queue in _queues(client) for message in reversed(client.lrange(queue, 0, -1))]
    return [_decoded(json.loads(message)) for message in raw]


def _queues(client):
    return [key for key in client.keys("*") if client.type(key) == b"list"]


def _decoded(message):
    body = base64.b64decode(message["body"]).decode()
    args, kwargs, _ = json.loads(body)
    headers = message["headers"]
    return {"task": headers["task"], "args": args, "kwargs": kwargs, "headers": headers, "text": json.dumps(headers) + body}


def deliver_again(project):
    """Have every waiting message come a second time, as a broker does that never heard of its end."""
    with redis.Redis.from_url(project.env["REDIS_URL"]) as client:
        for queue in _queues(client):
            for text in client.lrange(queue, 0, -1):
                message = json.loads(text)
                message["properties"]["delivery_tag"] = str(uuid.uuid4())
                client.lpush(queue, json.dumps(message))


def value(project, code):
    """Return what an expression of the set-up project gives, by way of JSON; imports may stand before it, with semicolons."""
    *before, expression = code.split("; ")
    written = project.run("\n".join([*before, f"import json; print('\\nVALUE', json.dumps({expression}))"]))
    line = next(line for line in written.splitlines() if line.startswith("VALUE "))
    return json.loads(line.removeprefix("VALUE "))


def due_times(project, task, start, days):
    """Return the minutes, as ISO text, at which beat would send a task during `days` from `start` (ISO date) on."""
    code = f"""
import json
from datetime import datetime, timedelta, timezone
from celery import current_app
current_app.loader.import_default_modules()
start = datetime.fromisoformat("{start}").replace(tzinfo=timezone.utc)
entries = [entry for entry in (current_app.conf.beat_schedule or {{}}).values() if entry["task"].endswith("{task}")]
times = []
for minute in range({days} * 24 * 60):
    now = start + timedelta(minutes=minute)
    for entry in entries:
        cron = entry["schedule"]
        if now.minute in cron.minute and now.hour in cron.hour and now.isoweekday() % 7 in cron.day_of_week and now.day in cron.day_of_month and now.month in cron.month_of_year:
            times.append(now.strftime("%Y-%m-%dT%H:%M"))
print("\\nTIMES", json.dumps(times))
"""
    line = next(line for line in project.run(code).splitlines() if line.startswith("TIMES "))
    return json.loads(line.removeprefix("TIMES "))


def passed(words):
    """Say what was seen; a check that ends without this has failed."""
    print("SHOWN:", words, flush=True)
