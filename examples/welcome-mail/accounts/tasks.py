from celery import shared_task
from django.conf import settings

from accounts import delivery


@shared_task(
    acks_late=True,
    autoretry_for=(delivery.MailServerUnavailable,),
    max_retries=5,
    retry_backoff=settings.WELCOME_MAIL_BACKOFF,
    retry_backoff_max=600,
    retry_jitter=True,
)
def send_welcome_mail(mail_id):
    """Sends one mail. Any number of messages with its id do no harm."""
    delivery.deliver(mail_id)


@shared_task
def send_overdue_mails():
    """Sends messages for mails that none will come for.

    The message may never have reached the broker, its worker may have been
    killed, or all of its retries may have been used up in an outage.
    """
    delivery.free_lost_claims()
    for mail_id in delivery.find_overdue():
        send_welcome_mail.delay(mail_id)
