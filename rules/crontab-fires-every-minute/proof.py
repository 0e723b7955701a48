"""
A crontab of which only the larger units are given is sent in each minute of that hour, or in each hour of that day; with all of them
given, beat sends the task once.

needs: redis
"""

from lab import project

# Beat has it by itself in most projects, once a day.
CLEANUP = "celery.backend_cleanup"

# The whole of beat runs, in a day that passes as fast as beat can sleep through it.
BEAT = """
import datetime
import logging
import os
import time
from types import SimpleNamespace
import celery.app.base, celery.beat, django.utils.timezone, django_celery_beat.schedulers, django_celery_beat.tzcrontab
from config.celery import app

BEGIN = datetime.datetime(2027, 10, 31, 23, 59, 30, tzinfo=datetime.timezone.utc)


class Clock(datetime.datetime):
    passed = datetime.timedelta()

    @classmethod
    def now(cls, tz=None):
        # Beat wakes up a little early and looks again.
        cls.passed += datetime.timedelta(milliseconds=1)
        now = BEGIN + cls.passed
        return now.astimezone(tz) if tz else now.replace(tzinfo=None)


def sleep(seconds):
    Clock.passed += datetime.timedelta(seconds=seconds)
    if Clock.passed > HOURS * datetime.timedelta(hours=1):
        beat.stop()


def log(record):
    print(f"{Clock.now():%a %H:%M}", record.getMessage())
    return True


for module in (celery.app.base, django.utils.timezone, django_celery_beat.tzcrontab):
    module.datetime = Clock
django_celery_beat.schedulers.datetime = SimpleNamespace(**{**vars(datetime), "datetime": Clock})
celery.beat.time = SimpleNamespace(**{**vars(time), "sleep": sleep})
celery.beat.logger.addFilter(log)
celery.beat.logger.setLevel(logging.INFO)
app.conf.update(broker_url=os.environ["REDIS_URL"], task_default_queue=os.environ["PROOF_QUEUE"])
"""
OF_CODE = BEAT + """
HOURS = 24
beat = celery.beat.Service(app)
beat.start()
"""
OF_DATABASE = BEAT + """
from reports.setup import install
install()
HOURS = 5
beat = celery.beat.Service(app, scheduler_cls="django_celery_beat.schedulers:DatabaseScheduler", max_interval=60)
beat.start()
"""


def runs(role, heading, code=OF_CODE):
    """The project, and what beat says about each run on Monday, the first of November; as many messages are in its queue."""
    shop = project(role, heading, settings={"INSTALLED_APPS": ["django_celery_beat"]})
    if code == OF_DATABASE:
        shop.manage("migrate", "--run-syncdb", "--verbosity=0")
    lines = [line for line in shop.run(code).splitlines() if "Sending due task" in line and CLEANUP not in line]
    assert len([header for header in shop.queued() if header["task"] != CLEANUP]) == len(lines)
    return shop, lines


NIGHTLY = "Scheduler: Sending due task nightly-report (reports.tasks.nightly_report)"
NIGHTLY_ROW = "Scheduler: Sending due task nightly report (reports.tasks.nightly_report)"
INVOICES = "Scheduler: Sending due task invoices (billing.tasks.send_invoices)"
LAUNCH = "Scheduler: Sending due task watch-launch (shop.tasks.watch_launch)"

for shop, lines, expected in [
    (*runs("wrong", "Only the hour"), [f"Mon 03:{minute:02} {NIGHTLY}" for minute in range(60)]),
    (*runs("wrong", "A day and a minute, but no hour"), [f"Mon {hour:02}:00 {INVOICES}" for hour in range(24)]),
    (*runs("wrong", "A row of django-celery-beat", OF_DATABASE), [f"Mon 03:{minute:02} {NIGHTLY_ROW}" for minute in range(60)]),
]:
    assert lines == expected, lines
    shop.show(f"{lines[0]}, and so on until {lines[-1][:9]}: {len(lines)} messages")

for shop, lines, expected in [
    (*runs("right", "The whole time"), [f"Mon 03:00 {NIGHTLY}", f"Mon 06:00 {INVOICES}"]),
    (*runs("right", "A row of django-celery-beat", OF_DATABASE), [f"Mon 03:00 {NIGHTLY_ROW}"]),
]:
    assert lines == expected, lines
    for line in lines:
        shop.show(line)

_, lines = runs("right", "Every minute, and saying so")
assert lines == [f"Mon {hour:02}:{minute:02} {LAUNCH}" for hour in range(9, 18) for minute in range(60)], lines
