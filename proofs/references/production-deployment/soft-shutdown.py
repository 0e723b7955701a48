"""
SIGTERM does not start the soft shutdown unless it is remapped. When its time is over, a task that was acknowledged at its start is lost, in
state RETRY; with late acknowledgement its message is back in the queue and another worker runs it.

needs: redis
since: celery 5.5
"""

import signal

from lab import plain_project

TASKS = r"""
import os
import time

from celery import shared_task


@shared_task(acks_late={late})
def export():
    print("begins\n", end="", flush=True)
    time.sleep(0 if os.path.exists("quick") else 60)
    print("exported\n", end="", flush=True)
"""
SETTINGS = {"CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT": 2}
STATE = "from celery.result import AsyncResult; print('state:', AsyncResult('export-1').state)"


def stop_during_export(role, late, env):
    shop = plain_project(role, {"shop/tasks.py": TASKS.format(late=late)}, settings=SETTINGS)
    shop.env.update(env)
    with shop.worker() as worker:
        shop.run("from shop.tasks import export; export.apply_async(task_id='export-1')")
        worker.wait_for("^begins$")
        worker.stop(signal.SIGTERM)
    return shop, worker


def run_what_is_left(shop):
    (shop.folder / "quick").touch()
    with shop.worker() as worker:
        shop.run("from shop.tasks import export; export.apply_async(task_id='export-2')")
        worker.wait_for("export-2. succeeded")
        return worker.lines("export-1. succeeded")


shop, worker = stop_during_export("wrong", False, {})
assert worker.lines("Warm shutdown") and not worker.lines("Soft Shutdown"), worker.log
shop.show("after SIGTERM alone: worker: Warm shutdown, and 8 s later the task still ran")

shop, worker = stop_during_export("wrong", False, {"REMAP_SIGTERM": "SIGQUIT"})
assert worker.lines("Initiating Soft Shutdown, terminating in 2"), worker.log
assert shop.queued() == []
state = shop.run(STATE).strip()
assert state == "state: RETRY", state
assert run_what_is_left(shop) == []
shop.show(f"{state}, no message left")

shop, worker = stop_during_export("right", True, {"REMAP_SIGTERM": "SIGQUIT"})
shop.show(worker.wait_for("Initiating Soft Shutdown"))
assert [headers["id"] for headers in shop.queued()] == ["export-1"], shop.queued()
done = run_what_is_left(shop)
assert len(done) == 1, done
shop.show(done[0])
