"""
A base class that does not inherit from DjangoTask takes delay_on_commit away; one that does keeps it.
"""

from lab import plain_project

TASKS = """
from celery import Task, shared_task
from celery.contrib.django.task import DjangoTask


class Audited({base}):
    def on_success(self, retval, task_id, args, kwargs):
        print("audited", task_id)


@shared_task(base=Audited)
def send_receipt(order_id):
    print("receipt for", order_id)
"""

SEND = "from shop.tasks import send_receipt; send_receipt.delay_on_commit(1); print('registered')"

shop = plain_project("wrong", {"shop/tasks.py": TASKS.format(base="Task")})
shop.show(shop.fails(SEND, "^AttributeError: 'send_receipt' object has no attribute 'delay_on_commit'"))

shop = plain_project("right", {"shop/tasks.py": TASKS.format(base="DjangoTask")})
assert "registered" in shop.run(SEND)
shop.show("registered")
