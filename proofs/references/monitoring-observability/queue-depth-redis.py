"""
LLEN of a queue is 0 while tasks wait with a worker or in a list of another priority; the sum of the lists and `unacked` have them.

needs: redis
"""

from lab import plain_project, wait_until
from redis import Redis

FILES = {
    "shop/tasks.py": """
import time

from celery import shared_task


@shared_task
def export(seconds=0):
    print("begins", flush=True)
    time.sleep(seconds)
"""
}
SEND = "from shop.tasks import export\nexport.delay(30)"
HELD = "from shop.tasks import export\nfor _ in range(3): export.delay()\nexport.apply_async(countdown=3600)"
LATER = "from shop.tasks import export\nfor _ in range(5): export.apply_async(priority=9)"


def length(shop):
    return redis_of(shop).llen(shop.env["PROOF_QUEUE"])


def redis_of(shop):
    return Redis.from_url(shop.env["REDIS_URL"])


def with_worker(shop, then):
    with shop.worker("--concurrency=1", "--prefetch-multiplier=4") as worker:
        shop.run(SEND)
        worker.wait_for("^begins$")
        shop.run(HELD)
        then()
        worker.stop(9)


shop = plain_project("wrong", FILES)
with_worker(shop, lambda: wait_until(lambda: length(shop) == 0, "the worker to hold all messages"))
assert length(shop) == 0
shop.run(LATER)
assert length(shop) == 0
shop.show("LLEN: 0, with 4 tasks in the worker and 5 of priority 9 in the queue")

shop = plain_project("right", FILES)
with_worker(shop, lambda: wait_until(lambda: redis_of(shop).hlen("unacked") == 4, "the worker to hold all messages"))
shop.run(LATER)
waiting = sum(redis_of(shop).llen(shop.env["PROOF_QUEUE"] + (f"\x06\x16{step}" if step else "")) for step in (0, 3, 6, 9))
held = redis_of(shop).hlen("unacked")
assert (waiting, held) == (5, 4), (waiting, held)
shop.show(f"lists of all priorities: {waiting}, unacked: {held}")
