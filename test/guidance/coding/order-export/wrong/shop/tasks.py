from celery import shared_task

from shop.exports import mail_orders


@shared_task
def mail_export(request):
    mail_orders(request.POST["email"])
