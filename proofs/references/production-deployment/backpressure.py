"""
A dispatch for each row fills Redis until it refuses every write, of other senders too; a queue that is topped up to a level leaves room.

needs: own redis
"""

import os

import redis

from lab import plain_project

TASKS = """
import os

from celery import current_app, shared_task


@shared_task
def sync_product(product_id, text): ...


def queued():
    with current_app.connection_for_read() as connection:
        return connection.default_channel.client.llen(os.environ["PROOF_QUEUE"])


def top_up(due, most=100):
    for product_id in due[: max(0, most - queued())]:
        sync_product.delay(product_id, "x" * 1000)
"""
ALL = "from shop.tasks import sync_product\nfor n in range(20000): sync_product.delay(n, 'x' * 1000)"
PART = "from shop.tasks import top_up\nfor _ in range(3): top_up(range(20000))"
ONE = "from shop.tasks import sync_product; sync_product.delay(7, 'x' * 1000)"
FULL = "command not allowed when used memory > 'maxmemory'"


def limit_memory():
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        client.flushall()
        client.config_set("maxmemory-policy", "noeviction")
        client.config_set("maxmemory", client.info("memory")["used_memory"] + 4_000_000)


shop = plain_project("wrong", {"shop/tasks.py": TASKS})
limit_memory()
shop.fails(ALL, FULL)
shop.show(shop.fails(ONE, FULL))

shop = plain_project("right", {"shop/tasks.py": TASKS})
limit_memory()
shop.run(PART)
shop.run(ONE)
waiting = len(shop.queued())
assert waiting == 101, waiting
shop.show(f"{waiting} messages wait, and there is room for more")
