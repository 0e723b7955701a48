"""
Where the dead-letter queue stands in `task_queues`, a worker without `-Q` consumes it and runs the dead letters again; declared outside, they stay in it.

needs: rabbitmq
"""

from lab import plain_project

TASKS = """
from celery import shared_task
from celery.exceptions import Reject


@shared_task(acks_late=True)
def ship(order_id):
    raise Reject(f"order {order_id} has no address", requeue=False)
"""
SETTINGS = """
from kombu import Exchange, Queue

dead = Queue("dead", Exchange("dead", type="fanout"))
orders = Queue("orders", Exchange("orders"), "orders", queue_arguments={"x-dead-letter-exchange": "dead"})
CELERY_TASK_QUEUES = [%s]
CELERY_TASK_ROUTES = {"shop.tasks.ship": {"queue": "orders"}}
"""
DECLARE = """
from config.celery import app
from config.settings import dead
with app.connection_for_write() as connection:
    dead(connection).declare()
"""
COUNT = """
import time
from config.celery import app
from config.settings import dead
with app.connection_for_write() as connection:
    queue = dead(connection)
    while not queue.queue_declare(passive=True).message_count:
        time.sleep(0.1)
    print(queue.queue_declare(passive=True).message_count, "in the dead queue")
"""


def shop_with(role, queues):
    shop = plain_project(role, {"shop/tasks.py": TASKS, "config/settings.py": SETTINGS % queues})
    shop.run(DECLARE)
    return shop


shop = shop_with("wrong", "orders, dead")
with shop.worker() as worker:
    shop.run("from shop.tasks import ship; ship.apply_async((7,), task_id='ship-7')")
    shop.show(worker.wait_for(r"ship-7. received", count=2))

shop = shop_with("right", "orders")
with shop.worker() as worker:
    shop.run("from shop.tasks import ship; ship.apply_async((8,), task_id='ship-8')")
    shop.show(shop.run(COUNT, seconds=30))
    assert len(worker.lines(r"ship-8. received")) == 1, worker.log
