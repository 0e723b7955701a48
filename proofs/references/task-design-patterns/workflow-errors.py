"""
An errback of three parameters that is bound never runs; without bind it runs in the worker of the failing task, with the exception. One
of a single parameter is sent as a task.

needs: redis
"""

from lab import plain_project

TASKS = """
from celery import shared_task


@shared_task
def charge():
    raise ValueError("card declined")


@shared_task({bind})
def explain({this}request, exc, traceback):
    print("explained:", exc)


@shared_task
def release(task_id):
    print("released:", task_id)
"""
SEND = "from shop.tasks import *; charge.apply_async(link_error=[{errbacks}], task_id='charge-1')"

shop = plain_project("wrong", {"shop/tasks.py": TASKS.format(bind="bind=True", this="self, ")})
with shop.worker() as worker:
    shop.run(SEND.format(errbacks="explain.s()"))
    shop.show(worker.wait_for(r"TypeError: .*explain\(\)"))
    shop.run(SEND.format(errbacks="release.s()"))
    worker.wait_for("released: charge-1")
    assert not worker.lines("explained"), worker.log

shop = plain_project("right", {"shop/tasks.py": TASKS.format(bind="", this="")})
with shop.worker() as worker:
    shop.run(SEND.format(errbacks="explain.s(), release.s()"))
    shop.show(worker.wait_for("explained: card declined"))
    worker.wait_for("released: charge-1")
