"""
A worker with the code from before a release fails to insert rows once the migration has added a column that must not be NULL; where the
column may be NULL it goes on.

needs: redis, postgres
"""

from lab import plain_project

MODELS = """
from django.db import models


class Order(models.Model):
    total = models.IntegerField()
"""
TASKS = """
from celery import shared_task
from shop.models import Order


@shared_task
def place_order(total):
    return f"order {Order.objects.create(total=total).pk}"
"""
MIGRATE = """
from django.db import connection, models
from shop.models import Order

field = models.CharField(max_length=3, {options})
field.set_attributes_from_name("currency")
with connection.schema_editor() as editor:
    editor.add_field(Order, field)
"""


def place_after_migration(role, options, expected):
    shop = plain_project(role, {"shop/models.py": MODELS, "shop/tasks.py": TASKS})
    with shop.worker() as worker:
        shop.run(MIGRATE.format(options=options))
        shop.run("from shop.tasks import place_order; place_order.delay(100)")
        shop.show(worker.wait_for(expected))


place_after_migration("wrong", "default='EUR'", "IntegrityError.*null value in column \"currency\"")
place_after_migration("right", "null=True", "succeeded in .*'order 1'")
