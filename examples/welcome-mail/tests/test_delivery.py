from smtplib import (
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPRecipientsRefused,
)

import pytest
from django.contrib.auth import get_user_model
from django.core import mail as mails
from django.core.mail import EmailMessage
from django.utils import timezone

from accounts.delivery import MailServerUnavailable, deliver
from accounts.models import WelcomeMail
from accounts.tasks import send_overdue_mails, send_welcome_mail

pytestmark = pytest.mark.django_db
State = WelcomeMail.State


@pytest.fixture
def welcome(db):
    users = get_user_model().objects
    ada = users.create_user("ada", email="ada@example.com")
    return WelcomeMail.objects.create(user=ada)


@pytest.fixture
def server(monkeypatch):
    """Makes each sending fail with `server.error`, as long as it is set."""

    class Server:
        error = None

        def send(self, message):
            if self.error:
                raise self.error
            return original(message)

    original, instance = EmailMessage.send, Server()
    monkeypatch.setattr(EmailMessage, "send", lambda m: instance.send(m))
    return instance


def test_a_mail_is_sent_once_however_many_messages_arrive(welcome):
    for _ in range(3):
        send_welcome_mail(welcome.pk)
    welcome.refresh_from_db()
    assert welcome.state == State.SENT
    [message] = mails.outbox
    assert message.to == ["ada@example.com"]


def test_a_mail_that_somebody_else_is_sending_is_left_alone(welcome):
    WelcomeMail.objects.update(state=State.SENDING)
    deliver(welcome.pk)
    assert mails.outbox == []


def test_a_mail_of_a_deleted_user_is_no_error():
    deliver(4711)
    assert mails.outbox == []


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError("refused"),
        TimeoutError("timed out"),
        SMTPDataError(451, b"try again"),
        SMTPRecipientsRefused({"ada@example.com": (450, b"greylisted")}),
        SMTPAuthenticationError(535, b"wrong password"),
    ],
)
def test_what_can_pass_is_tried_again(welcome, server, error):
    server.error = error
    with pytest.raises(MailServerUnavailable):
        deliver(welcome.pk)
    welcome.refresh_from_db()
    assert (welcome.state, welcome.attempts) == (State.DUE, 1)
    server.error = None
    deliver(welcome.pk)
    welcome.refresh_from_db()
    assert (welcome.state, welcome.attempts) == (State.SENT, 2)


@pytest.mark.parametrize(
    "error",
    [
        SMTPDataError(554, b"no thanks"),
        SMTPRecipientsRefused({"ada@example.com": (550, b"unknown user")}),
    ],
)
def test_a_refusal_for_good_ends_it(welcome, server, error):
    server.error = error
    send_welcome_mail(welcome.pk)
    welcome.refresh_from_db()
    assert (welcome.state, welcome.attempts) == (State.FAILED, 1)
    assert welcome.last_error == str(error)


def test_retries_are_capped_and_their_pauses_grow(welcome, server):
    server.error = ConnectionRefusedError("refused")
    result = send_welcome_mail.apply((welcome.pk,))
    assert isinstance(result.result, MailServerUnavailable)
    welcome.refresh_from_db()
    assert welcome.attempts == send_welcome_mail.max_retries + 1
    assert send_welcome_mail.retry_backoff
    assert send_welcome_mail.retry_jitter


def test_attempts_are_capped_over_all_messages(welcome, server, settings):
    settings.WELCOME_MAIL_MAX_ATTEMPTS = 2
    server.error = ConnectionRefusedError("refused")
    for _ in range(3):
        send_welcome_mail.apply((welcome.pk,))
    welcome.refresh_from_db()
    assert (welcome.state, welcome.attempts) == (State.FAILED, 2)


@pytest.mark.parametrize("state", [State.DUE, State.SENDING])
def test_forgotten_mails_are_found(welcome, state, monkeypatch):
    ids = []
    monkeypatch.setattr(send_welcome_mail, "delay", ids.append)
    WelcomeMail.objects.update(state=state)
    send_overdue_mails()
    assert ids == [welcome.pk]


@pytest.mark.parametrize("state", [State.SENT, State.FAILED])
def test_mails_that_are_done_are_left_alone(welcome, state, monkeypatch):
    ids = []
    monkeypatch.setattr(send_welcome_mail, "delay", ids.append)
    WelcomeMail.objects.update(state=state)
    send_overdue_mails()
    assert ids == []


def test_a_late_worker_does_not_undo_what_another_does(welcome, server):
    class Slow(OSError):
        """While we wait for the server, the claim is lost and taken over."""

        def __str__(self):
            WelcomeMail.objects.update(changed_at=timezone.now())
            return "timed out"

    server.error = Slow()
    with pytest.raises(MailServerUnavailable):
        deliver(welcome.pk)
    welcome.refresh_from_db()
    assert welcome.state == State.SENDING
