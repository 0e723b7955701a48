"""The life of an import, from the upload to the last line."""

import logging

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from imports.forms import ProductForm
from imports.models import Import, LineError, Product
from imports.reading import HEADER, UnreadableFile, read_batch

logger = logging.getLogger(__name__)

State = Import.State


def run_batch(import_id, position):
    """Imports the lines that begin at `position`.

    Returns where the next batch begins, or None when there is nothing more
    to do: at the end of the file, and for a message that comes late because
    others have got further meanwhile.
    """
    if not _begin(import_id, position):
        return None
    with transaction.atomic():
        # A second worker waits here, and then finds the position moved.
        source = Import.objects.select_for_update().get(pk=import_id)
        if source.position != position or source.state != State.RUNNING:
            return None
        try:
            _store_next(source)
        except UnreadableFile as error:
            source.state, source.problem = State.FAILED, str(error)
        source.changed_at = timezone.now()
        source.save()
    return source.position if source.state == State.RUNNING else None


def take_stalled():
    """Gives id and position of imports that nobody has worked on lately.

    An import that was given once is not given again before its time is over.
    """
    now = timezone.now()
    stalled = Import.objects.filter(
        state__in=Import.UNFINISHED,
        changed_at__lt=now - settings.IMPORT_STALLED_AFTER,
    )
    for pk, position in list(stalled.values_list("pk", "position")):
        if stalled.filter(pk=pk).update(changed_at=now):
            yield pk, position


def _begin(import_id, position):
    """Counts an attempt at these lines, and says whether it may be made.

    The count is committed before the work begins, so that it outlives even a
    process that is killed by what it reads.
    """
    here = Import.objects.filter(
        pk=import_id, position=position, state__in=Import.UNFINISHED
    )
    most = settings.IMPORT_MAX_ATTEMPTS
    may_try = here.filter(attempts__lt=most).update(
        state=State.RUNNING,
        attempts=F("attempts") + 1,
        changed_at=timezone.now(),
    )
    if may_try:
        return True
    if here.update(
        state=State.FAILED,
        problem=f"Given up after {most} attempts at the same lines.",
    ):
        logger.error("import %s is given up at %s", import_id, position)
    return False


def _store_next(source):
    with source.file.open("rb") as file:
        batch = read_batch(
            file, source.position, source.lines, settings.IMPORT_BATCH_LINES
        )
    source.stored += _store(source, batch.records)
    source.position, source.lines = batch.position, batch.lines
    source.attempts = 0
    if source.position >= source.size:
        source.state = State.FINISHED


def _store(source, records):
    """Stores the products of good lines, and the errors of the others."""
    # By key: a statement cannot update the same row twice.
    products, errors, stored = {}, [], 0
    for record in records:
        form = ProductForm(dict(zip(HEADER, record.cells)))
        if record.problem or not form.is_valid():
            message = record.problem or form.problems()
            errors.append(
                LineError(source=source, line=record.line, message=message)
            )
            continue
        stored += 1
        products[form.cleaned_data["sku"]] = Product(**form.cleaned_data)
    Product.objects.bulk_create(
        products.values(),
        update_conflicts=True,
        unique_fields=["sku"],
        update_fields=["name", "price"],
    )
    LineError.objects.bulk_create(errors)
    return stored
