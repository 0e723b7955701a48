import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportText } from '../../review/reporters/text.ts'
import { reviewSources } from '../../review/review.ts'

const services = `"""What happens to an order."""

from django.db import transaction

from shop.orders.models import Order
from shop.orders.tasks import send_receipt


class EmptyBasket(Exception):
    """There is nothing to order."""


def checkout(basket):
    if not basket.lines:
        raise EmptyBasket
    order = Order(customer=basket.customer)
    order.total = basket.total()

    with transaction.atomic():
        order.save()
        send_receipt.delay(order.pk)
    return order
`

const tasks = 'from celery import shared_task\n\n\n@shared_task\ndef send_receipt(pk):\n    print(pk)\n'

test('the finding that README explains is what a review says', async () => {
  const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8')
  const example = /```text\n(.*?)```/s.exec(readme)?.[1]
  const result = reviewSources(new Map([['shop/orders/services.py', services], ['shop/orders/tasks.py', tasks]]))
  const report = reportText(result, { color: false })
  expect(report.slice(0, report.lastIndexOf('\n\n') + 1)).toBe(example)
})
