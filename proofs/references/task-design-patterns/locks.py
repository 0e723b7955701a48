"""
A lock without an owner that expires is deleted by its first holder while the second holds it, and a third run starts. A lock with a token
stays with its holder, and the release of the first raises LockNotOwnedError.

needs: redis
"""

from lab import plain_project

TASKS = """
import os
import time

import redis
from celery import shared_task

client = redis.Redis.from_url(os.environ["REDIS_URL"])


@shared_task
def plain(seconds, run):
    if not client.set("lock", 1, nx=True, ex=6):
        print(run, "found it locked")
        return
    try:
        print(run, "began")
        time.sleep(seconds)
    finally:
        client.delete("lock")
        print(run, "ended")


@shared_task
def owned(seconds, run):
    lock = client.lock("lock", timeout=6)
    if not lock.acquire(blocking=False):
        print(run, "found it locked")
        return
    try:
        print(run, "began")
        time.sleep(seconds)
    finally:
        try:
            lock.release()
        except redis.exceptions.LockNotOwnedError as error:
            print(run, "ended:", error)
"""

for role, task, third in (("wrong", "plain", "third began"), ("right", "owned", "third found it locked")):
    shop = plain_project(role, {"shop/tasks.py": TASKS})
    send = "import time; from shop.tasks import {task}; {task}.delay(8, 'first'); time.sleep(6.5); {task}.delay(5, 'second')"
    with shop.worker("--concurrency=3") as worker:
        shop.run(send.format(task=task) + f"; time.sleep(2.5); {task}.delay(0, 'third')")
        worker.wait_for("second began")
        worker.wait_for("first ended")
        shop.show(worker.wait_for(third))
