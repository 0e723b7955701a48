"""
On Redis, an acks_late task that runs for longer than visibility_timeout is delivered again while it runs, under the same id; with a longer timeout it is not.

needs: redis
"""

import time

from lab import plain_project, wait_until

FILES = {
    "shop/tasks.py": """
import time

from celery import shared_task


@shared_task(bind=True, acks_late=True)
def charge(self):
    print("begins", self.request.id, self.request.delivery_info.get("redelivered"), flush=True)
    time.sleep(20)
"""
}
SEND = "from shop.tasks import charge; charge.apply_async(task_id='one')"


def begun(*workers):
    return [line for worker in workers for line in worker.lines("^begins")]


def deliveries(role, seconds):
    """Where the task begins, with a second worker that starts while it runs and looks for messages that were held too long."""
    shop = plain_project(role, FILES, settings={"CELERY_BROKER_TRANSPORT_OPTIONS": {"visibility_timeout": seconds}})
    with shop.worker("--hostname=first@node") as first:
        shop.run(SEND)
        first.wait_for("^begins")
        time.sleep(5)
        with shop.worker("--hostname=second@node") as second:
            if seconds < 5:
                wait_until(lambda: len(begun(first, second)) == 2, "the message to be delivered again")
                assert first.lines("succeeded") == []
            else:
                first.wait_for("one. succeeded", seconds=40)
            lines = begun(first, second)
            for worker in (first, second):
                worker.stop(9)
    shop.show(", ".join(lines))
    return lines


assert deliveries("wrong", 3) == ["begins one False", "begins one True"]
assert deliveries("right", 60) == ["begins one False"]
