from datetime import date, timedelta

from celery import shared_task
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.crypto import get_random_string

from config.retries import MAIL_RETRY
from customers import mailing_list
from customers.models import Customer, Voucher


@shared_task(bind=True, ignore_result=True, max_retries=8)
def sync_newsletter(self, customer_pk):
    customer = Customer.objects.select_related("user").get(pk=customer_pk)
    try:
        if customer.wants_newsletter:
            mailing_list.subscribe(customer.email, str(customer))
        else:
            mailing_list.unsubscribe(customer.email)
    except mailing_list.MailingListError as exc:
        raise self.retry(exc, countdown=60 * (self.request.retries + 1))


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_welcome(customer_pk):
    customer = Customer.objects.select_related("user").get(pk=customer_pk)
    _mail(customer, "Welcome", "Your account is ready. We are glad to have you.")


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_trade_account_details(customer_pk, password):
    customer = Customer.objects.select_related("user").get(pk=customer_pk)
    _mail(
        customer,
        "Your trade account",
        f"Sign in as {customer.user.username} with the password {password} and change it soon.",
    )


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_password_reset(customer_pk):
    customer = Customer.objects.select_related("user").get(pk=customer_pk)
    token = default_token_generator.make_token(customer.user)
    _mail(customer, "Reset your password", f"Your code is {customer.user.pk}-{token}")


@shared_task(ignore_result=True, **MAIL_RETRY)
def send_voucher(customer_pk, code, expires):
    """Mails a voucher; `expires` is the ISO date of its last day."""
    customer = Customer.objects.select_related("user").get(pk=customer_pk)
    last_day = date.fromisoformat(expires)
    _mail(customer, "A present for you", f"Use {code} until {last_day:%d %B %Y}.")


@shared_task(ignore_result=True)
def send_birthday_vouchers():
    today = timezone.localdate()
    celebrating = Customer.objects.filter(born_on__month=today.month, born_on__day=today.day)
    for customer in celebrating:
        voucher, created = Voucher.objects.get_or_create(
            customer=customer,
            reason=f"birthday-{today.year}",
            defaults={
                "code": get_random_string(10).upper(),
                "percent": 10,
                "expires_on": today + timedelta(days=30),
            },
        )
        if created:
            send_voucher.delay(
                customer.pk, code=voucher.code, expires=voucher.expires_on.isoformat()
            )


def _mail(customer, subject, message):
    send_mail(subject, message, from_email=None, recipient_list=[customer.email])
