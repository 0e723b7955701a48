"""
On Redis a task with priority 9 runs after those without a priority; with priority 0 before those with 9.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task(acks_late=True)
def ship(order):
    print("shipped", order)
"""
SEND = """
from shop.tasks import ship
for number in range(3):
    ship.apply_async((f"usual order {{number}}",), priority={usual})
ship.apply_async(("the urgent order",), priority={urgent})
"""


def shipped(shop):
    # The queue is filled first, so that there is something to choose from.
    with shop.worker("--concurrency=1", "--prefetch-multiplier=1") as worker:
        worker.wait_for("shipped", count=4)
        return worker.lines("shipped")


shop = plain_project("wrong", {"shop/tasks.py": TASKS})
shop.run(SEND.format(usual=None, urgent=9))
lines = shipped(shop)
assert "urgent" in lines[3], lines
shop.show(f"last: {lines[3]}")

shop = plain_project("right", {"shop/tasks.py": TASKS})
shop.run(SEND.format(usual=9, urgent=0))
lines = shipped(shop)
assert "urgent" in lines[0], lines
shop.show(f"first: {lines[0]}")
