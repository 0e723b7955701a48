"""
With `django-cache` on a cache in local memory, the process that sent a task never sees its result; on a cache that both processes share, it does.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task
def total(order_id):
    return f"total of order {order_id}: 9.90"
"""
SETTINGS = """
import os

INSTALLED_APPS = ["django_celery_results"]
CACHES = {"default": %s}
"""
GET = "from shop.tasks import total; print('got the', total.delay(7).get(timeout=8))"
LOCAL = '{"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}'
SHARED = '{"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": os.environ["REDIS_URL"]}'


def shop_with(role, cache):
    files = {"shop/tasks.py": TASKS, "config/settings.py": SETTINGS % cache}
    return plain_project(role, files, settings={"CELERY_RESULT_BACKEND": "django-cache"})


shop = shop_with("wrong", LOCAL)
with shop.worker() as worker:
    line = shop.fails(GET, "TimeoutError: The operation timed out")
    worker.wait_for("succeeded in")
    shop.show(line)

shop = shop_with("right", SHARED)
with shop.worker() as worker:
    shop.show(shop.run(GET))
