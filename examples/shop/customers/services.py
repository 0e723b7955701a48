from functools import partial

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.crypto import get_random_string

from customers.models import Customer
from customers.tasks import send_trade_account_details, send_welcome, sync_newsletter


@transaction.atomic
def register(email, password, *, wants_newsletter=False):
    """Opens an account for a private customer, who chose the password on the sign-up page."""
    user = get_user_model().objects.create_user(email, email=email, password=password)
    customer = Customer.objects.create(user=user, wants_newsletter=wants_newsletter)
    transaction.on_commit(partial(send_welcome.delay, customer.pk))
    if wants_newsletter:
        sync_newsletter.delay_on_commit(customer.pk)
    return customer


@transaction.atomic
def open_trade_account(email, company, phone=""):
    """Opens an account for a company that the sales team signed up."""
    password = get_random_string(12)
    user = get_user_model().objects.create_user(email, email=email, password=password)
    customer = Customer.objects.create(user=user, company=company, phone=phone)
    send_trade_account_details.delay_on_commit(customer.pk, password)
    return customer


def set_newsletter(customer, wanted):
    with transaction.atomic():
        customer.wants_newsletter = wanted
        customer.save(update_fields=["wants_newsletter"])
    sync_newsletter.delay(customer.pk)
