/** Modules of the kind that is read in earnest: each with its name. */
export const samples: readonly (readonly [name: string, code: string])[] = [
  [
    'a module of tasks',
    `"""Background work of the shop."""
from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from celery import chain, group, shared_task
from django.db import transaction

from . import mail
from .models import Order, Refund as RefundModel

if TYPE_CHECKING:
    from .clients import Ledger

logger = logging.getLogger(__name__)
RETRIES: int = 5


@shared_task(bind=True, autoretry_for=(ConnectionError, TimeoutError), retry_backoff=True, max_retries=RETRIES)
def send_receipt(self, order_id: int, *, copy_to: str | None = None) -> None:
    order = Order.objects.select_related("customer").get(pk=order_id)
    try:
        mail.send(f"receipt-{order.pk}", to=[order.customer.email, copy_to], **options(order))
    except mail.Rejected as error:
        logger.exception("Receipt %s of %s", order.pk, error)
        raise self.retry(exc=error, countdown=2 ** self.request.retries)
    else:
        order.receipt_sent = True
        order.save(update_fields=["receipt_sent"])


def refund(order: "Order", amounts: dict[str, int]) -> RefundModel:
    with transaction.atomic(), order.lock() as lock:
        entries = [
            RefundModel(order=order, amount=amount, reason=reason)
            for reason, amount in amounts.items()
            if amount > 0
        ]
        RefundModel.objects.bulk_create(entries)
        transaction.on_commit(lambda: send_receipt.delay(order.pk))
        while not lock.released:
            lock.release()
    chain(group(send_receipt.s(e.pk) for e in entries), close.si(order.pk)).apply_async(countdown=10)
    return entries[0] if entries else None
`,
  ],
  [
    'a class with signals and settings',
    `import os
from datetime import timedelta

from celery import Celery, Task
from celery.schedules import crontab

app = Celery("shop")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = {
    "close-orders": {
        "task": "shop.tasks.close_orders",
        "schedule": crontab(hour=3, minute=0),
        "kwargs": {"older_than": timedelta(days=30).total_seconds()},
    },
    **extra_schedule(),
}
CELERY_BEAT_SCHEDULE["report"] = {"task": "report", "schedule": 60.0}
a, (b, *c) = os.environ.get("QUEUES", "a,b").split(","), (1, *range(3))


class AfterCommit(Task):
    abstract = True
    max_retries: int | None = None

    def apply_async(self, args=None, kwargs=None, *more, **options):
        global pending
        pending = pending + 1 if options.pop("count", True) else pending
        return super().apply_async(args, kwargs, *more, **options)

    @classmethod
    async def collect(cls, ids):
        async with cls.session() as session:
            async for row in session.stream(ids):
                yield await cls.load(row["id"])
        match await session.close():
            case {"state": "done", **rest} if rest:
                await cls.report(rest)
            case _:
                pass


@app.on_after_configure.connect
def schedule(sender, **_):
    if (limit := int(os.getenv("LIMIT") or 0)) > 10:
        sender.add_periodic_task(crontab(minute="*/5"), check.s(), name="check")
    elif limit:
        print(limit, "is low")
    else:
        del sender
`,
  ],
]
