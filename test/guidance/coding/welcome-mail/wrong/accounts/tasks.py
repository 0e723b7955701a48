from celery import shared_task

from accounts.mails import mail_welcome


@shared_task
def send_welcome(user):
    mail_welcome(user)
