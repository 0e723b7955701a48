from django.db import transaction

from accounts.models import WelcomeMail
from accounts.tasks import send_welcome_mail


def register(form):
    """Stores the user of a valid form and sees to the welcome mail.

    User and mail are stored together or not at all. The message goes out
    after the commit. When the broker is away, the registration stands all
    the same, and `send_overdue_mails` sends the message later.
    """
    with transaction.atomic():
        user = form.save()
        mail = WelcomeMail.objects.create(user=user)

        def dispatch():
            send_welcome_mail.delay(mail.pk)

        transaction.on_commit(dispatch, robust=True)
    return user
