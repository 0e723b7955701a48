"""
Tasks that a worker holds back for a rate_limit are in none of inspect's lists; on Redis the hash `unacked` has them.

needs: redis
"""

from lab import plain_project, wait_until
from redis import Redis

FILES = {
    "shop/tasks.py": """
from celery import shared_task


@shared_task(rate_limit="1/h")
def push(): ...
"""
}
SEND = "from shop.tasks import push\nfor _ in range(3): push.delay()"
ASK = """
from config import celery_app
inspect = celery_app.control.inspect(timeout=3)
answers = {name: getattr(inspect, name)() for name in ("active", "reserved", "scheduled")}
print({name: sum(map(len, answer.values())) for name, answer in answers.items()})
"""


def unacked(shop):
    return Redis.from_url(shop.env["REDIS_URL"]).hlen("unacked")


def after_the_first(shop, then):
    """What is seen when one of three tasks has run and the worker holds the others."""
    with shop.worker() as worker:
        shop.run(SEND)
        worker.wait_for("received", count=3)
        worker.wait_for("succeeded")
        seen = then()
        worker.stop(9)
    shop.show(str(seen).strip())
    return seen


shop = plain_project("wrong", FILES)
seen = after_the_first(shop, lambda: shop.run(ASK))
assert seen.strip() == "{'active': 0, 'reserved': 0, 'scheduled': 0}", seen

shop = plain_project("right", FILES)
seen = after_the_first(shop, lambda: wait_until(lambda: unacked(shop) == 2 and {"unacked": 2}, "two messages without acknowledgement"))
assert seen == {"unacked": 2}
