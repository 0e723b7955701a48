"""
Inside a transaction on another database than the default one, delay_on_commit sends at once and the task misses the row; on_commit with
that database's alias waits.

needs: redis, postgres
"""

from lab import plain_project, slow_commits

FILES = {
    "shop/models.py": """
from django.db import models


class Entry(models.Model):
    amount = models.IntegerField()
""",
    "shop/tasks.py": """
from celery import shared_task
from shop.models import Entry


@shared_task
def book(entry_id):
    print("booked", Entry.objects.using("ledger").get(pk=entry_id).amount)
""",
}
LEDGER = {"DATABASES": {"default": {}, "ledger": {}}}

ENTER = """
from functools import partial
from django.db import transaction
from shop.models import Entry
from shop.tasks import book

with transaction.atomic(using="ledger"):
    entry = Entry.objects.using("ledger").create(amount=5)
    {dispatch}
"""


def book(role, dispatch, expected):
    shop = plain_project(role, FILES, settings=LEDGER)
    slow_commits(shop, "shop_entry")
    with shop.worker() as worker:
        shop.run(ENTER.format(dispatch=dispatch))
        shop.show(worker.wait_for(expected))


book("wrong", "book.delay_on_commit(entry.pk)", r"raised unexpected: DoesNotExist")
book("right", "transaction.on_commit(partial(book.delay, entry.pk), using='ledger')", r"book\S+ succeeded")
