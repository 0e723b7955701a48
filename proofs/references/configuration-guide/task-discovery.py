"""
A task in a module that no `tasks` module imports is not registered, and its message is thrown away; once `tasks` imports the module, it runs.

needs: redis
"""

from lab import plain_project

JOBS = """
from celery import shared_task


@shared_task
def sync(supplier):
    print("synchronised", supplier)
"""
SEND = "from shop.jobs import sync; print(sync.delay('acme').get(timeout=20, propagate=False).__class__.__name__)"

shop = plain_project("wrong", {"shop/jobs.py": JOBS, "shop/tasks.py": ""})
with shop.worker() as worker:
    assert "NotRegistered" in shop.run(SEND)
    shop.show(worker.wait_for("Received unregistered task of type"))
assert shop.queued() == []

shop = plain_project("right", {"shop/jobs.py": JOBS, "shop/tasks.py": "from shop.jobs import sync\n"})
with shop.worker() as worker:
    shop.run(SEND)
    shop.show(worker.wait_for("synchronised acme"))
    assert not worker.lines("unregistered"), worker.log
