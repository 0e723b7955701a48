"""
A worker that is killed in the middle of a task loses the task, and its row stays undone; a task that sends what is due again finishes
it when the lease is over, and a second message for the same row does nothing.

needs: redis, postgres
"""

from lab import plain_project, wait_until

MODELS = """
from django.db import models
from django.utils import timezone


class Import(models.Model):
    done = models.BooleanField(default=False)
    attempts = models.IntegerField(default=0)
    leased_until = models.DateTimeField(default=timezone.now)
"""
TASKS = """
import os
import signal
from datetime import timedelta

from celery import shared_task
from django.db.models import F
from django.utils import timezone

from shop.models import Import


def due():
    return Import.objects.filter(done=False, leased_until__lte=timezone.now())


@shared_task
def run_import(pk):
    lease = timezone.now() + timedelta(seconds=3)
    if not due().filter(pk=pk).update(leased_until=lease, attempts=F("attempts") + 1):
        return "taken"
    if Import.objects.get(pk=pk).attempts == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    Import.objects.filter(pk=pk).update(done=True)
    return "done"


@shared_task
def send_due_imports():
    for pk in due().values_list("pk", flat=True)[:500]:
        run_import.delay(pk)
"""
FILES = {"shop/models.py": MODELS, "shop/tasks.py": TASKS}
START = "from shop.models import Import; from shop.tasks import run_import; run_import.delay(Import.objects.create().pk)"
STATE = "from shop.models import Import; i = Import.objects.get(); print('attempts', i.attempts, 'done', i.done)"


def lose_a_worker(role):
    shop = plain_project(role, FILES)
    with shop.worker("--pool=solo") as worker:
        shop.run(START)
        wait_until(lambda: not worker.is_running, "the worker to be killed")
    assert shop.queued() == []
    assert "attempts 1 done False" in shop.run(STATE)
    return shop


shop = lose_a_worker("wrong")
with shop.worker("--pool=solo") as worker:
    assert not worker.lines("run_import.*received")
shop.show(shop.run(STATE).splitlines()[0])

shop = lose_a_worker("right")
sweep = "from shop.tasks import send_due_imports; send_due_imports(); send_due_imports()"
wait_until(lambda: shop.run(f"{sweep}; from shop.tasks import due; print(due().count())") and shop.queued(), "the lease to end")
with shop.worker("--pool=solo") as worker:
    worker.wait_for(r"run_import\S+ succeeded in \S+ 'done'")
    worker.wait_for(r"run_import\S+ succeeded in \S+ 'taken'")
    assert len(worker.lines(r"succeeded in \S+ 'done'")) == 1
line = shop.run(STATE).splitlines()[0]
assert line == "attempts 2 done True", line
shop.show(line)
