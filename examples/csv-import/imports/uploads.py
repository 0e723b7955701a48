from django.db import transaction

from imports.models import Import
from imports.tasks import import_batch


def start_import(owner, file):
    """Stores an uploaded file, and has it imported once it is committed.

    The message carries the key; the file stays where the workers can read
    it. A message that cannot be sent is made up for by
    `resume_stalled_imports`.
    """
    with transaction.atomic():
        source = Import.objects.create(owner=owner, file=file, size=file.size)

        def dispatch():
            import_batch.delay(source.pk, 0)

        transaction.on_commit(dispatch, robust=True)
    return source
