"""
Without a limit a task is tried again for as long as the other side is down, and never fails; with one it ends in a failure that is logged.

needs: own redis
"""

import time

from lab import Web, project, stop_redis, wait_until

PUBLISH = """
import time
from pathlib import Path
from shop.tasks import send_receipt
from shop.views import confirm
confirm(None, 7)
print("sent", flush=True)
while not Path("redis-is-down").exists():
    time.sleep(0.1)
{call}
"""
ANNOUNCE = """
from shop.models import Delivery
from tasks import announce_delivery
announce_delivery.delay(Delivery.objects.create().pk)
"""
AGE = """
from datetime import timedelta
from shop.models import Delivery
delivery = Delivery.objects.get()
delivery.created_at -= timedelta(days=3)
delivery.save()
"""
MODELS = """
from django.db import models


class Delivery(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)
"""
SEVERAL = 15  # More than any of the limits on the page.
PATIENCE = 5  # Seconds; the default policy gives up after less than one.

with Web(status=503) as web:
    stock = project("wrong", "No limit on the task", web=web, faster=100)
    with stock.worker() as worker:
        stock.run("from tasks import sync_stock; sync_stock.delay(7)")
        stock.show(worker.wait_for("Retry in 5s", count=SEVERAL))
        assert not worker.lines("raised")

    web.requests.clear()
    rates = project("wrong", "No way out of the loop", web=web, faster=600)
    with rates.worker("--pool=threads") as worker:
        rates.run("from tasks import fetch_rates; fetch_rates.delay()")
        received = worker.wait_for("fetch_rates.* received")
        wait_until(lambda: len(web.requests) >= SEVERAL, f"{SEVERAL} requests")
        assert not worker.lines("raised|succeeded")
        rates.show(f"{received} (and {SEVERAL} requests later nothing more)")
        web.status = 200
        worker.wait_for("succeeded")
        web.status = 503

    for heading, call, times in [
        ("A limit, and pauses that grow", "from tasks import sync_stock; sync_stock.delay(7)", 8),
        ("The task retries, not a loop", "from tasks import fetch_rates; fetch_rates.delay()", 10),
    ]:
        tasks = project("right", heading, web=web, faster=2000)
        with tasks.worker() as worker:
            tasks.run(call)
            tasks.show(worker.wait_for("raised unexpected: .*503"))
            assert len(worker.lines("Retry in")) == times

    web.status = None
    delivery = project("right", "A limit of one's own", {"shop/models.py": MODELS}, web=web, faster=2000)
    with delivery.worker() as worker:
        delivery.run(ANNOUNCE)
        worker.wait_for("Retry in 600s", count=4)
        delivery.run(AGE)
        delivery.show(worker.wait_for("raised unexpected: ConnectionError"))

shop = project("wrong", "No limit for the publisher")
with shop.start(PUBLISH.format(call="confirm(None, 7)")) as endless, shop.start(PUBLISH.format(call="send_receipt.delay(7)")) as default:
    endless.wait_for("sent")
    default.wait_for("sent")
    stop_redis()
    (shop.folder / "redis-is-down").touch()
    default.wait_for("kombu.exceptions.OperationalError")
    time.sleep(PATIENCE)
    assert endless.is_running, endless.log
    shop.show(f"without a broker, the default policy gave up; apply_async with this one has not returned {PATIENCE} s later")
