from celery import shared_task
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator

from accounts.mails import mail_reset_link


@shared_task
def send_reset_link(user_id):
    user = User.objects.get(pk=user_id)
    mail_reset_link(user, default_token_generator.make_token(user))
