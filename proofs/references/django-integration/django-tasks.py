"""
With the default backend of Django Tasks the work is done inside enqueue, and a datetime as argument fails; Celery takes the datetime
and leaves the work to a worker.

needs: redis
"""

from lab import plain_project

FILES = {
    "shop/tasks.py": """
from celery import shared_task
from django_tasks import task


@task
def remind(when):
    print("reminded in the request:", when)


@shared_task
def remind_later(when):
    print("reminded by a worker:", when.year)
"""
}

shop = plain_project("wrong", FILES)
assert "reminded in the request: today" in shop.run("from shop.tasks import remind; remind.enqueue('today')")
dated = "from datetime import datetime; from shop.tasks import remind; remind.enqueue(datetime(2026, 1, 1))"
shop.show(shop.fails(dated, "^TypeError: Unsupported type: <class 'datetime"))

shop = plain_project("right", FILES)
with shop.worker() as worker:
    shop.run("from datetime import datetime; from shop.tasks import remind_later; remind_later.delay(datetime(2026, 1, 1))")
    shop.show(worker.wait_for("reminded by a worker: 2026"))
