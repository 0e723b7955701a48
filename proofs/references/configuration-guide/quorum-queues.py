"""
On a quorum queue with a direct exchange a countdown is not kept by RabbitMQ, and the worker takes the message at once and holds it; with a topic
exchange the message reaches the worker when it is due.

needs: rabbitmq
since: celery 5.5
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task
def remind(order_id):
    print("reminded of", order_id)
"""
SETTINGS = """
from kombu import Exchange, Queue

CELERY_TASK_QUEUES = [
    Queue("{name}", Exchange("{name}", type="{type}"), "{name}", queue_arguments={{"x-queue-type": "quorum"}})
]
"""
SEND = "import logging; logging.basicConfig(); from shop.tasks import remind; remind.apply_async((7,), countdown=15)"


def shop_with(role, exchange_type):
    name = f"reminders-{exchange_type}"
    files = {"shop/tasks.py": TASKS, "config/settings.py": SETTINGS.format(name=name, type=exchange_type)}
    return plain_project(role, files, settings={"CELERY_TASK_DEFAULT_QUEUE": name})


shop = shop_with("wrong", "direct")
with shop.worker() as worker:
    warned = shop.run(SEND)
    assert "Direct exchanges are not supported with native delayed delivery" in warned, warned
    line = worker.wait_for(r"shop.tasks.remind\S+ received", seconds=8)
    assert not worker.lines("reminded of 7"), worker.log
    shop.show(line)

shop = shop_with("right", "topic")
with shop.worker() as worker:
    assert "Direct exchanges" not in shop.run(SEND)
    assert not worker.lines("received"), worker.log
    shop.show(worker.wait_for("reminded of 7"))
