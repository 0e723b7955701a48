"""
The result backend says PENDING of a task that waits and of one that nobody ever sent; a row written with the order tells them apart.

needs: redis
"""

from lab import plain_project

FILES = {
    "shop/models.py": """
from django.db import models


class Job(models.Model):
    task_id = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=20, default="queued")
""",
    "shop/tasks.py": """
from celery import shared_task


@shared_task
def export(): ...
""",
}
SEND = """
from shop.models import Job
from shop.tasks import export

Job.objects.create(task_id="sent")
export.apply_async(task_id="sent")
"""
BY_BACKEND = """
from shop.tasks import export
print({name: export.AsyncResult(name).state for name in ("sent", "never-sent")})
"""
BY_ROW = """
from shop.models import Job
print({name: list(Job.objects.filter(task_id=name).values_list("state", flat=True)) for name in ("sent", "never-sent")})
"""

shop = plain_project("wrong", FILES)
shop.run(SEND)
assert len(shop.queued()) == 1
seen = shop.run(BY_BACKEND)
assert seen.strip() == "{'sent': 'PENDING', 'never-sent': 'PENDING'}", seen
shop.show(seen)

shop = plain_project("right", FILES)
shop.run(SEND)
seen = shop.run(BY_ROW)
assert seen.strip() == "{'sent': ['queued'], 'never-sent': []}", seen
shop.show(seen)
