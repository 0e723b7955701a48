"""From due to sent: the states of a mail, and who may change them."""

import logging
from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from accounts.models import WelcomeMail

logger = logging.getLogger(__name__)

State = WelcomeMail.State


class MailServerUnavailable(Exception):
    """The mail was not accepted, and may be a little later."""


def deliver(mail_id):
    """Sends a mail that is due. Returns without a word when it is not.

    Raises MailServerUnavailable when another attempt makes sense. A refusal
    for good is noted in the row.
    """
    mail = _claim(mail_id)
    if mail is None:
        return
    try:
        _compose(mail).send()
    except OSError as error:  # SMTPException is one as well
        if _is_final(error) or _is_last_attempt(mail):
            logger.error("%s is given up: %s", mail, error)
            _settle(mail, State.FAILED, error)
            return
        _settle(mail, State.DUE, error)
        raise MailServerUnavailable(str(error)) from error
    _settle(mail, State.SENT)


def free_lost_claims():
    """Makes mails due again whose worker died with them in its hands.

    Whether the server had accepted such a mail, nobody knows. We would
    rather greet somebody twice than not at all.
    """
    deadline = timezone.now() - settings.WELCOME_MAIL_CLAIM_LASTS
    lost = WelcomeMail.objects.filter(
        state=State.SENDING, changed_at__lt=deadline
    )
    lost.update(state=State.DUE)


def find_overdue(limit=1000):
    """Gives the ids of mails that have been due for too long."""
    deadline = timezone.now() - settings.WELCOME_MAIL_OVERDUE_AFTER
    overdue = WelcomeMail.objects.filter(
        state=State.DUE, changed_at__lt=deadline
    )
    return overdue.order_by("changed_at").values_list("pk", flat=True)[:limit]


def _claim(mail_id):
    """Takes a mail that is due; only one of several workers succeeds."""
    due = WelcomeMail.objects.filter(pk=mail_id, state=State.DUE)
    claimed = due.update(
        state=State.SENDING,
        changed_at=timezone.now(),
        attempts=F("attempts") + 1,
    )
    if not claimed:
        return None
    return WelcomeMail.objects.select_related("user").get(pk=mail_id)


def _settle(mail, state, error=""):
    """Ends a claim, unless it was lost meanwhile."""
    ours = WelcomeMail.objects.filter(
        pk=mail.pk, state=State.SENDING, changed_at=mail.changed_at
    )
    ours.update(state=state, changed_at=timezone.now(), last_error=str(error))


def _compose(mail):
    """The same message on each attempt, by its Message-ID too."""
    domain = settings.DEFAULT_FROM_EMAIL.partition("@")[2]
    return EmailMessage(
        subject="Welcome",
        body=f"Hello {mail.user.get_username()}, good to have you with us.",
        to=[mail.user.email],
        headers={"Message-ID": f"<welcome-{mail.pk}@{domain}>"},
    )


def _is_final(error):
    """Whether the server said no to this mail for good, with a 5xx code.

    Other refusals, such as a wrong password, are our fault: they will pass.
    """
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, SMTPDataError) and error.smtp_code >= 500


def _is_last_attempt(mail):
    return mail.attempts >= settings.WELCOME_MAIL_MAX_ATTEMPTS
