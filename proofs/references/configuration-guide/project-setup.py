"""
Where the project's package does not import the app, a shared task that is sent from a web process goes to the default address on this machine,
whatever the settings say; with the import it goes to the broker of the settings.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task
def ship(order_id):
    print("shipped", order_id)
"""
WHERE = "from shop.tasks import ship; print('goes to', ship.app.connection_for_write().as_uri())"

shop = plain_project("wrong", {"shop/tasks.py": TASKS})
(shop.folder / "config/__init__.py").write_text("")
line = shop.run(WHERE)
assert "amqp://guest" in line, line
shop.show(line)

shop = plain_project("right", {"shop/tasks.py": TASKS})
line = shop.run(WHERE)
assert "redis://" in line, line
shop.run("from shop.tasks import ship; ship.delay(7)")
assert [headers["task"] for headers in shop.queued()] == ["shop.tasks.ship"]
with shop.worker() as worker:
    shop.show(worker.wait_for("shipped 7"))
