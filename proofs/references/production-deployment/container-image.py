"""
Behind a start script without `exec` the worker never hears SIGTERM: it goes on as before, until SIGKILL comes and the running task is lost.
With `exec` it shuts down warmly and the task finishes.

needs: redis
"""

import os
import signal
import sys

from lab import Program, plain_project, wait_until

TASKS = r"""
import time

from celery import shared_task


@shared_task
def export():
    print("begins\n", end="", flush=True)
    time.sleep(4)
    print("exported\n", end="", flush=True)
"""
COMMAND = f"{sys.executable} -m celery -A config worker --loglevel=INFO --concurrency=1 --pidfile=worker.pid"
SCRIPTS = {"wrong": f"echo $$ > first.pid\n{COMMAND}\necho ended\n", "right": f"echo $$ > first.pid\nexec {COMMAND}\n"}


def stop_during_export(role):
    """Stop the script while a task runs, as Docker does: SIGTERM to the first process, and SIGKILL to what is left when time is up."""
    shop = plain_project(role, {"shop/tasks.py": TASKS})
    (shop.folder / "start.sh").write_text(SCRIPTS[role])
    shop.run("from shop.tasks import export; export.delay()")
    with Program("start.sh", ["sh", "start.sh"], cwd=shop.folder, env=shop.env) as script:
        script.wait_for("^begins$", 60)
        first, worker = (int((shop.folder / name).read_text()) for name in ("first.pid", "worker.pid"))
        os.kill(first, signal.SIGTERM)
        wait_until(lambda: not script.is_running, "the first process to end")
        if first != worker:
            assert not script.lines("Warm shutdown"), script.log
            os.kill(worker, signal.SIGKILL)
    return shop, script


shop, script = stop_during_export("wrong")
with shop.worker() as worker:
    shop.run("from shop.tasks import export; export.delay()")
    worker.wait_for("^exported$")
    assert len(worker.lines("^begins$")) == 1, worker.log
assert not script.lines("^exported$"), script.log
shop.show("no warm shutdown; killed when the time was up, and the next worker finds no message of that task")

shop, script = stop_during_export("right")
assert script.lines("^exported$"), script.log
shop.show(script.wait_for("Warm shutdown"))
