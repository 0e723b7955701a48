"""
After SIGKILL a running task that was acknowledged at its start is gone, and one with late acknowledgement is held back in Redis, in
`unacked`, where no other worker gets it before the visibility timeout; after SIGTERM both have finished.

needs: redis
"""

import signal

from lab import plain_project

TASKS = r"""
import time

from celery import shared_task


@shared_task
def early():
    time.sleep(3)


@shared_task(acks_late=True)
def late():
    time.sleep(3)
"""
SEND = "from shop.tasks import early, late; early.delay(); late.delay()"


def held(shop):
    import redis

    with redis.Redis.from_url(shop.env["REDIS_URL"], decode_responses=True) as client:
        return client.hvals("unacked")


def stop_during_work(role, by):
    shop = plain_project(role, {"shop/tasks.py": TASKS})
    with shop.worker() as worker:
        shop.run(SEND)
        worker.wait_for("received", count=2)
        worker.stop(by)
    return shop, worker


shop, worker = stop_during_work("wrong", signal.SIGKILL)
assert shop.queued() == [] and not worker.lines("succeeded")
messages = held(shop)
assert len(messages) == 1 and "shop.tasks.late" in messages[0], messages
with shop.worker() as worker:
    shop.run("from shop.tasks import early; early.delay()")
    worker.wait_for("early.* succeeded")
    assert not worker.lines(r"late\[\S+ received"), worker.log
shop.show("in the queue: nothing; held back in unacked: shop.tasks.late; nowhere: shop.tasks.early")

shop, worker = stop_during_work("right", signal.SIGTERM)
assert len(worker.lines("succeeded")) == 2 and held(shop) == [], worker.log
shop.show("after SIGTERM: both succeeded")
