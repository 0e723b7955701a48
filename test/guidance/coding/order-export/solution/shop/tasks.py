from celery import shared_task

from shop.exports import mail_orders


@shared_task
def mail_export(email):
    mail_orders(email)
