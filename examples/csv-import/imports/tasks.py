from celery import shared_task
from django.conf import settings
from django.db import OperationalError

from imports import services


@shared_task(
    acks_late=True,
    # The pool process may be killed by a file that takes all memory. The
    # attempts counted in the row keep that from going on for ever.
    reject_on_worker_lost=True,
    autoretry_for=(OperationalError,),
    max_retries=3,
    retry_backoff=5,
    retry_backoff_max=60,
)
def import_batch(import_id, position):
    """Imports some lines, and sends the message for those that follow."""
    following = services.run_batch(import_id, position)
    if following is not None:
        import_batch.delay(import_id, following)


@shared_task
def resume_stalled_imports():
    """Goes on with imports whose message or worker was lost.

    Where the queue is merely long, these messages expire before the next
    ones are sent, and so they do not pile up.
    """
    expires = settings.IMPORT_STALLED_AFTER.total_seconds()
    for message in services.take_stalled():
        import_batch.apply_async(message, expires=expires)
