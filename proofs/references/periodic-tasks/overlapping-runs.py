"""
Two messages of one periodic task run at the same time on two processes; with a lock the second returns.

needs: redis
"""

from lab import plain_project

BODY = """
import os
import time

from celery import shared_task
from redis import Redis

redis = Redis.from_url(os.environ["REDIS_URL"])


@shared_task
def import_prices():
"""
WORK = r"""
    print("begins\n", end="", flush=True)
    time.sleep(4)
    print("ends\n", end="", flush=True)
"""
LOCKED = r"""
    lock = redis.lock("lock:import-prices", timeout=600)
    if not lock.acquire(blocking=False):
        print("another run has it\n", end="", flush=True)
        return
    try:
        print("begins\n", end="", flush=True)
        time.sleep(4)
        print("ends\n", end="", flush=True)
    finally:
        lock.release()
"""
SEND = "from shop.tasks import import_prices; import_prices.delay(); import_prices.delay()"


def run_twice(shop, last):
    with shop.worker() as worker:
        shop.run(SEND)
        worker.wait_for(last[0], count=last[1])
        return worker.lines("^(begins|ends|another run has it)$")


shop = plain_project("wrong", {"shop/tasks.py": BODY + WORK})
lines = run_twice(shop, ("^ends$", 2))
assert lines == ["begins", "begins", "ends", "ends"], lines
shop.show(", ".join(lines))

shop = plain_project("right", {"shop/tasks.py": BODY + LOCKED})
lines = run_twice(shop, ("^ends$", 1))
assert lines == ["begins", "another run has it", "ends"], lines
shop.show(", ".join(lines))
