from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.http import HttpResponse

from accounts.mails import mail_welcome
from accounts.models import Profile
from accounts.tasks import send_reset_link


def sign_up(request):
    with transaction.atomic():
        user = User.objects.create_user(request.POST["name"], request.POST["email"], request.POST["password"])
        Profile.objects.create(user=user)
        mail_welcome(user)
    return HttpResponse(status=201)


def reset_password(request):
    user = User.objects.filter(email=request.POST["email"]).first()
    if user is not None:
        token = default_token_generator.make_token(user)
        send_reset_link.delay(user.pk, token)
    return HttpResponse(status=202)
