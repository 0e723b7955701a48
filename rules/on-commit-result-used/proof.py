"""
`delay_on_commit` gives nothing back: reading its id fails a request whose task is sent all the same, and storing it leaves the row without
one. A task sent under an id that was made before can be found by it.

needs: redis
"""

from lab import project

MODELS = """
from django.db import models


class Export(models.Model):
    task_id = models.CharField(max_length=36, null=True)
"""
URLS = """
from django.urls import path

from shop.views import start_export

urlpatterns = [path("exports/", start_export)]
"""
SHOP = {"shop/models.py": MODELS, "shop/urls.py": URLS}

POST = "from django.test import Client; answer = Client().post('/exports/'); assert answer.status_code == 200, answer; print(answer.content.decode())"
COUNT = "from shop.models import Export; print(Export.objects.count(), 'exports')"
STORE = """
from django.db import transaction
from shop.models import Export
from shop.tasks import run_export
with transaction.atomic():
    export = Export.objects.create()
    result = run_export.delay_on_commit(export.pk)
    Export.objects.filter(pk=export.pk).update(task_id=result)
if run_export.apply_async_on_commit(args=[export.pk]):
    print("taken")
export.refresh_from_db()
print("task_id:", export.task_id)
"""
ROLLED_BACK = "from django.db import transaction\nwith transaction.atomic():\n    " + POST + "\n    raise ValueError('disk full')"
FOLLOW = """
import json
from celery.result import AsyncResult
from shop.models import Export
answer = json.loads({answer!r})
export = Export.objects.get(pk=answer["export"])
assert export.task_id == answer["task"], export.task_id
AsyncResult(export.task_id).get(timeout=30)
print("state of", export.task_id, "is", AsyncResult(export.task_id).state)
"""

shop = project("wrong", files=SHOP)
failed = shop.fails(POST, "^AttributeError: 'NoneType' object has no attribute 'id'$")
assert (shop.run(COUNT).strip(), len(shop.queued())) == ("1 exports", 1)
shop.show(failed)
with shop.worker() as worker:
    worker.wait_for("^export 1$")

shop = project("wrong", files=SHOP)
stored = shop.run(STORE).strip()
assert (stored, len(shop.queued())) == ("task_id: None", 2), stored
shop.show(stored)

shop = project("right", files=SHOP)
shop.fails(ROLLED_BACK, "^ValueError: disk full$")
assert shop.queued() == []
answer = shop.run(POST).strip()
assert [header["id"] in answer for header in shop.queued()] == [True]
with shop.worker() as worker:
    shop.show(shop.run(FOLLOW.format(answer=answer)))
    worker.wait_for(r"run_export\S+ succeeded")
    assert worker.lines("^export 1$") and not worker.lines("raised"), worker.log
