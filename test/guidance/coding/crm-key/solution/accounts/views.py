from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import HttpResponse

from accounts.mails import mail_reset_link, mail_welcome
from accounts.models import Profile
from accounts.tasks import add_to_crm


def sign_up(request):
    with transaction.atomic():
        user = User.objects.create_user(request.POST["name"], request.POST["email"], request.POST["password"])
        Profile.objects.create(user=user)
        mail_welcome(user)
        add_to_crm.delay_on_commit(user.pk)
    return HttpResponse(status=201)


def reset_password(request):
    user = User.objects.filter(email=request.POST["email"]).first()
    if user is not None:
        mail_reset_link(user, default_token_generator.make_token(user))
    return HttpResponse(status=202)
