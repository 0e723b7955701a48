"""
The database scheduler drops `expires` of an entry in code, so that its messages never expire; `expire_seconds` gets through.

needs: redis
"""

from lab import plain_project

FILES = {"shop/models.py": "", "shop/tasks.py": ""}


def sync_with(role, options):
    entry = {"task": "shop.tasks.sync", "schedule": 1, "options": options}
    return plain_project(
        role,
        FILES,
        settings={
            "INSTALLED_APPS": ["django_celery_beat"],
            "CELERY_BEAT_SCHEDULER": "django_celery_beat.schedulers:DatabaseScheduler",
            "CELERY_BEAT_SCHEDULE": {"sync": entry},
        },
    )


def expiry_of_first(shop):
    with shop.beat() as beat:
        beat.wait_for("Sending due task sync", count=2)
    return shop.queued()[0]["expires"]


shop = sync_with("wrong", {"expires": 60})
expires = expiry_of_first(shop)
assert expires is None, expires
shop.show(f"expires: {expires}")

shop = sync_with("right", {"expire_seconds": 60})
expires = expiry_of_first(shop)
assert expires is not None
shop.show(f"expires: {expires}")
