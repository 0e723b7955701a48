"""
An exception in on_success comes too late: the task stays successful, with its result stored. When the process of a task is killed, neither
on_failure nor after_return runs. Work that must not be lost belongs in the body, where an exception is a failure.

needs: redis
"""

from lab import plain_project

TASKS = """
import os
import signal

from celery import Task, shared_task


class Hooked(Task):
    def on_success(self, *args):
        raise ValueError("report not sent")

    def on_failure(self, *args):
        print("on_failure ran")

    def after_return(self, *args):
        print("after_return ran")


@shared_task(base=Hooked)
def reports():
    {body}


@shared_task(base=Hooked)
def killed():
    os.kill(os.getpid(), signal.SIGKILL)
"""
STATE = "from shop.tasks import reports; r = reports.delay(); r.get(timeout=20, propagate=False); print('state:', r.state)"

shop = plain_project("wrong", {"shop/tasks.py": TASKS.format(body="return 1")})
with shop.worker() as worker:
    printed = shop.run(STATE)
    assert "state: SUCCESS" in printed, printed
    shop.show(worker.wait_for("ValueError.*report not sent"))
    hooks = "on_failure ran|after_return ran"
    before = worker.lines(hooks)  # Older versions take the exception in on_success for a failure.
    shop.run("from shop.tasks import killed; killed.delay()")
    worker.wait_for("WorkerLostError")
    assert worker.lines(hooks) == before, worker.log

shop = plain_project("right", {"shop/tasks.py": TASKS.format(body='raise ValueError("report not sent")')})
with shop.worker() as worker:
    printed = shop.run(STATE)
    assert "state: FAILURE" in printed, printed
    worker.wait_for("on_failure ran")
    worker.wait_for("after_return ran")
    shop.show("state: FAILURE")
