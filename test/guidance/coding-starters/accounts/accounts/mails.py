from django.core.mail import send_mail


def mail_welcome(user):
    send_mail("Welcome", f"Good to have you here, {user.username}.", None, [user.email])


def mail_reset_link(user, token):
    send_mail("A new password", f"https://example.com/reset/{user.pk}/{token}", None, [user.email])
