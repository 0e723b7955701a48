"""
Revoking does not stop a task that has started; a task that looks for a flag between its steps stops. A plain task has no is_aborted.

needs: redis
"""

from lab import plain_project

TASKS = """
import time

from celery import shared_task
from shop.models import Import


@shared_task(bind=True)
def plain(self):
    self.is_aborted()


@shared_task
def deaf():
    print("deaf started")
    time.sleep(3)
    print("deaf went on to its end")


@shared_task
def listens():
    print("listens started")
    for step in range(300):
        if Import.objects.get(pk=1).cancelled:
            print("stopped early:", step < 299)
            return
        time.sleep(0.1)
"""
MODELS = """
from django.db import models


class Import(models.Model):
    cancelled = models.BooleanField(default=False)
"""
FILES = {"shop/tasks.py": TASKS, "shop/models.py": MODELS}

shop = plain_project("wrong", FILES)
with shop.worker() as worker:
    shop.run("from shop.tasks import plain; plain.delay()")
    worker.wait_for("AttributeError: 'plain' object has no attribute 'is_aborted'")
    shop.run("from shop.tasks import deaf; deaf.apply_async(task_id='deaf-1')")
    worker.wait_for("deaf started")
    shop.run("from config.celery import app; app.control.revoke('deaf-1')")
    worker.wait_for("Tasks flagged as revoked: deaf-1")
    shop.show(worker.wait_for("deaf went on to its end"))

shop = plain_project("right", FILES)
with shop.worker() as worker:
    shop.run("from shop.models import Import; Import.objects.create(pk=1)")
    shop.run("from shop.tasks import listens; listens.delay()")
    worker.wait_for("listens started")
    shop.run("from shop.models import Import; Import.objects.update(cancelled=True)")
    shop.show(worker.wait_for("stopped early: True"))
