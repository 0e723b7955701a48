from celery import shared_task
from django.contrib.auth.models import User

from accounts.mails import mail_reset_link


@shared_task
def send_reset_link(user_id, token):
    mail_reset_link(User.objects.get(pk=user_id), token)
