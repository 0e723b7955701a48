import requests
from celery import shared_task
from django.conf import settings

from accounts.crm import push_contact
from accounts.models import Profile


@shared_task(autoretry_for=(requests.RequestException,), max_retries=6, retry_backoff=10)
def add_to_crm(user_id):
    profile = Profile.objects.select_related("user").get(user_id=user_id)
    push_contact(settings.CRM_API_KEY, profile.user.email)
    profile.is_in_crm = True
    profile.save(update_fields=["is_in_crm"])
