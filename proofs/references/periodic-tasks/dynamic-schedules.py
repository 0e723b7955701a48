"""
A running beat does not notice `QuerySet.update()` and goes on sending a task that was switched off; with `update_changed()` it stops.

needs: redis
"""

import time

from lab import plain_project

FILES = {"shop/models.py": "", "shop/tasks.py": ""}
SETTINGS = {"INSTALLED_APPS": ["django_celery_beat"], "CELERY_BEAT_SCHEDULER": "django_celery_beat.schedulers:DatabaseScheduler"}
ADD = """
from django_celery_beat.models import IntervalSchedule, PeriodicTask
often = IntervalSchedule.objects.create(every=1, period="seconds")
PeriodicTask.objects.create(name="report", task="shop.tasks.report", interval=often)
"""
PAUSE = """
from django_celery_beat.models import PeriodicTask, PeriodicTasks
assert PeriodicTask.objects.filter(name="report").update(enabled=False) == 1
"""
SENT = "Sending due task report"

shop = plain_project("wrong", FILES, settings=SETTINGS)
shop.run(ADD)
with shop.beat() as beat:
    beat.wait_for(SENT)
    shop.run(PAUSE)
    before = len(beat.lines(SENT))
    line = beat.wait_for(SENT, count=before + 8)
    assert beat.lines("Schedule changed") == []
shop.show(line)

shop = plain_project("right", FILES, settings=SETTINGS)
shop.run(ADD)
with shop.beat() as beat:
    beat.wait_for(SENT)
    shop.run(PAUSE + "PeriodicTasks.update_changed()")
    line = beat.wait_for("Schedule changed")
    before = len(beat.lines(SENT))
    time.sleep(6)
    assert len(beat.lines(SENT)) <= before + 1
shop.show(line)
