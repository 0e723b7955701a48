from celery import shared_task

from accounts.crm import push_contact
from accounts.models import Profile


@shared_task
def add_to_crm(api_key, user_id):
    profile = Profile.objects.select_related("user").get(user_id=user_id)
    push_contact(api_key, profile.user.email)
    profile.is_in_crm = True
    profile.save(update_fields=["is_in_crm"])
