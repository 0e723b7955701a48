"""
An import whose process is killed on the way is delivered again, and makes each product once.

needs: redis
"""

from grading import passed, result, value

# The first process that makes a product is gone right after it, as if it had been killed for its memory.
KILLED_ONCE = """
import os
import signal
from pathlib import Path

from django.apps import AppConfig


class Shop(AppConfig):
    name = "shop"

    def ready(self):
        from django.db.models.signals import post_save

        post_save.connect(self.die_once, sender="shop.Product", weak=False)

    def die_once(self, **_):
        try:
            Path("died").touch(exist_ok=False)
        except FileExistsError:
            return
        os.kill(os.getpid(), signal.SIGKILL)
"""
IMPORT = "from shop.tasks import import_prices; import_prices.delay(['Lamp;20.00', 'Desk;99.50', 'Vase;7.25'])"

shop = result(files={"shop/apps.py": KILLED_ONCE})
with shop.worker("--concurrency=1") as worker:
    shop.run(IMPORT)
    line = worker.wait_for("import_prices.* succeeded|WorkerLostError")
    if "WorkerLostError" in line:
        worker.wait_for("import_prices.* succeeded", seconds=15)
assert (shop.folder / "died").exists(), "no process was killed"
products = value(shop, "from shop.models import Product; [[name, float(price)] for name, price in Product.objects.order_by('name').values_list('name', 'price')]")
assert products == [["Desk", 99.5], ["Lamp", 20.0], ["Vase", 7.25]], products
passed("killed on the way, delivered again, nothing made twice")
