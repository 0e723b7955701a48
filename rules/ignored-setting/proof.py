"""
Without the prefix, misspelled, or under its name from before Celery 4, a setting is not read and nothing is said (Celery 5.7 reads the
old names again): the defaults apply. Under its present name it is read.

needs: redis
"""

import os
import re
import signal

import celery
import redis
from lab import plain_project, project
from lab.examples import example

READS_OLD_NAMES = celery.VERSION >= (5, 7)

TASKS = """
import os
import time
from celery import shared_task


@shared_task
def work():
    print("done in process", os.getpid())


@shared_task(bind=True)
def work_for_long(self):
    print("state:", self.AsyncResult(self.request.id).state)
    time.sleep(3)
    print("still at it in process", os.getpid())
    time.sleep(60)
"""
FILES = {"shop/tasks.py": TASKS}
PER_CHILD = 7
SEND = f"""
from shop.tasks import work, work_for_long
for _ in range({PER_CHILD + 1}):
    work.delay()
work_for_long.delay()
"""


def kill(worker):
    """End the worker in the middle of the long task, with the process that runs it, and without a chance to tidy up."""
    pid = worker.wait_for("still at it").split()[-1]
    assert not worker.lines("(?i)time limit|ignored|setting"), worker.log
    worker.stop(signal.SIGKILL)
    os.kill(int(pid), signal.SIGKILL)


def what_is_read(shop):
    """In how many processes one task more than a process may run has run, and how many messages outlive the worker that is killed at work."""
    with shop.worker("--concurrency=1") as worker:
        shop.run(SEND)
        kill(worker)
    assert shop.queued() == []
    with redis.Redis.from_url(shop.env["REDIS_URL"]) as client:
        # A message that is taken but not acknowledged stands in this hash.
        return len(set(worker.lines("done in process"))), client.hlen("unacked")


def short(files):
    """The files, with a second in place of ten minutes."""
    settings, count = re.subn(r"= 600\b", "= 1", files["config/settings.py"])
    assert count == 1, settings
    return files | FILES | {"config/settings.py": settings}


old = project("wrong", "Names from before Celery 4", FILES)
processes, held = what_is_read(old)
assert (processes, held) == ((2, 1) if READS_OLD_NAMES else (1, 0))
if not READS_OLD_NAMES:
    old.show(f"Celery {celery.__version__}: {PER_CHILD + 1} tasks in {processes} process; after the worker was killed, {held} messages are left")

shop = plain_project("wrong", short(example("wrong", "Without the prefix, and misspelled")))
with shop.worker() as worker:
    shop.run("from shop.tasks import work_for_long; work_for_long.delay()")
    state = worker.wait_for("^state: ")
    assert state == "state: PENDING", state
    kill(worker)
shop.show(f"{state}, and three times the limit later the task is still at it")

new = project("right", None, FILES)
processes, held = what_is_read(new)
assert (processes, held) == (2, 1)
new.show(f"{PER_CHILD + 1} tasks in {processes} processes; after the worker was killed, {held} message is left")

shop = plain_project("right", short(example("right")))
with shop.worker() as worker:
    shop.run("from shop.tasks import work_for_long; work_for_long.delay()")
    state = worker.wait_for("^state: ")
    line = worker.wait_for(r"Hard time limit \(1s\) exceeded for shop\.tasks\.work_for_long")
    assert state == "state: STARTED", state
shop.show(state)
shop.show(line)
