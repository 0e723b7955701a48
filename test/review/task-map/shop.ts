/** A small project: a task that is sent from three places, one of them a task that runs every night. */
export const shop: Readonly<Record<string, string>> = {
  'shop/__init__.py': '',
  'shop/tasks.py': `from celery import shared_task


@shared_task(queue="mails", time_limit=30,
             autoretry_for=(OSError,), max_retries=5)
def send_receipt(order_id):
    print(order_id)


@shared_task
def send_all():
    for order_id in (1, 2):
        # One each.
        send_receipt.delay(order_id)
`,
  'shop/views.py': `from shop.tasks import send_receipt

class Checkout:
    def post(self, order_id):
        send_receipt.apply_async((order_id,), queue="urgent")

send_receipt.delay(0)
`,
  'shop/settings.py': 'CELERY_BEAT_SCHEDULE = {"nightly": {"task": "shop.tasks.send_all", "schedule": crontab(hour=3)}}\n',
}
