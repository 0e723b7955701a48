from celery import shared_task
from django.contrib.auth.models import User

from accounts.mails import mail_welcome


@shared_task
def send_welcome(user_id):
    mail_welcome(User.objects.get(pk=user_id))
