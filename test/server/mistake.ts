/** A file with one mistake, `on-commit-called-early`. */
export const calledEarly = `from celery import shared_task
from django.db import transaction


@shared_task
def send_receipt(order_id):
    print(order_id)


def place_order(order_id):
    transaction.on_commit(send_receipt.delay(order_id))
`

/** Where the mistake is, counted from 1. */
export const calledEarlyLine = 11
