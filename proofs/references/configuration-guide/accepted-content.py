"""
A task that is sent as pickle to workers that accept JSON is logged, acknowledged and lost, and its state stays PENDING; sent as JSON it runs.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task
def ship(order_id):
    print("shipped", order_id)
"""
SEND = "from shop.tasks import ship; ship.apply_async((7,), task_id='ship-7')"
STATE = "from celery.result import AsyncResult; print('the state is', AsyncResult('ship-7').state)"

shop = plain_project("wrong", {"shop/tasks.py": TASKS}, settings={"CELERY_TASK_SERIALIZER": "pickle"})
with shop.worker() as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("ContentDisallowed.*Refusing to deserialize"))
    shop.run("from shop.tasks import ship; ship.apply_async((8,), serializer='json')")
    worker.wait_for("shipped 8")
    assert not worker.lines("shipped 7"), worker.log
assert shop.queued() == []
line = shop.run(STATE)
assert "PENDING" in line, line
shop.show(line)

shop = plain_project("right", {"shop/tasks.py": TASKS})
with shop.worker() as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("shipped 7"))
