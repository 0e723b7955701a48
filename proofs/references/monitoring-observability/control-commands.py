"""
`control shutdown` without a destination stops every worker of the broker; with one it stops that worker, and the other goes on.

needs: redis
"""

from lab import plain_project, wait_until

FILES = {
    "shop/tasks.py": """
from celery import shared_task


@shared_task
def export(): ...
"""
}
SHUT_DOWN = "from config import celery_app; celery_app.control.shutdown({arguments})"


def stopped(role, arguments):
    """Which of two workers a shutdown has ended."""
    shop = plain_project(role, FILES)
    with shop.worker("--hostname=first@node") as first, shop.worker("--hostname=second@node") as second:
        shop.run(SHUT_DOWN.format(arguments=arguments))
        wait_until(lambda: not first.is_running, "the first worker to stop")
        if arguments:
            shop.run("from shop.tasks import export; export.apply_async(task_id='after')")
            second.wait_for("after. succeeded")
        else:
            wait_until(lambda: not second.is_running, "the second worker to stop")
        return shop, [name for name, worker in (("first", first), ("second", second)) if not worker.is_running]


shop, names = stopped("wrong", "")
assert names == ["first", "second"], names
shop.show(f"stopped: {', '.join(names)}")

shop, names = stopped("right", "destination=['first@node']")
assert names == ["first"], names
shop.show(f"stopped: {', '.join(names)}")
