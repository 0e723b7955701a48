"""
A task that reads a header through self.request.headers fails when none was sent, a header called correlation_id is hidden by the task
id, and headers given to a chain reach its first task alone; a publish signal and self.request.get reach every task.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task, signals

PUBLISHED = {signal}


@signals.before_task_publish.connect
def send_request_id(headers, **_):
    if PUBLISHED:
        headers["request_id"] = "r-1"


@shared_task(bind=True)
def through_headers(self):
    print("through headers:", self.request.headers.get("request_id"))


@shared_task(bind=True)
def hidden(self):
    print("hidden:", self.request.get("correlation_id") == self.request.id)


@shared_task(bind=True)
def step(self, name):
    print(name, "has", self.request.get("request_id"))
"""
CHAIN = "from celery import chain; from shop.tasks import step; chain(step.si('first'), step.si('second')).apply_async({options})"

shop = plain_project("wrong", {"shop/tasks.py": TASKS.format(signal=False)})
with shop.worker() as worker:
    shop.run("from shop.tasks import through_headers; through_headers.delay()")
    shop.run("from shop.tasks import hidden; hidden.apply_async(headers={'correlation_id': 'r-1'})")
    shop.run(CHAIN.format(options="headers={'request_id': 'r-1'}"))
    shop.show(worker.wait_for(r"raised unexpected: AttributeError"))
    worker.wait_for("hidden: True")
    worker.wait_for("first has r-1")
    worker.wait_for("second has None")

shop = plain_project("right", {"shop/tasks.py": TASKS.format(signal=True)})
with shop.worker() as worker:
    shop.run(CHAIN.format(options=""))
    worker.wait_for("first has r-1")
    shop.show(worker.wait_for("second has r-1"))
