"""The whole way: browser, database, Redis, worker process, mail server."""

import pytest

from accounts.models import WelcomeMail
from accounts.tasks import send_overdue_mails, send_welcome_mail
from tests.mail_server import running_mail_server
from tests.worker import running_worker, wait_until

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("empty_queue"),
]
State = WelcomeMail.State


@pytest.fixture
def mailbox():
    with running_mail_server() as mailbox:
        yield mailbox


@pytest.fixture
def log(tmp_path):
    return tmp_path / "worker.log"


@pytest.fixture
def worker(mailbox, log):
    port = str(mailbox.port)
    with running_worker(log, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
        yield


def wait_for(state, log):
    wait_until(WelcomeMail.objects.filter(state=state).exists, log.read_text)


def test_whoever_registers_gets_one_mail(
    client, applicant, mailbox, worker, log
):
    client.post("/", applicant)
    wait_for(State.SENT, log)
    mail = WelcomeMail.objects.get()
    again = [send_welcome_mail.delay(mail.pk) for _ in range(3)]
    for result in again:
        done = f"[{result.id}] succeeded"
        wait_until(lambda: done in log.read_text(), log.read_text)
    [message] = mailbox.messages
    assert "Hello ada" in message
    assert f"Message-ID: <welcome-{mail.pk}@example.com>" in message


def test_a_server_that_is_busy_gets_the_mail_later(
    client, applicant, mailbox, worker, log
):
    mailbox.answers = ["451 busy", "451 busy"]
    client.post("/", applicant)
    wait_for(State.SENT, log)
    assert len(mailbox.refused) == 2
    assert len(mailbox.messages) == 1
    assert WelcomeMail.objects.get().attempts == 3
    assert "Retry in" in log.read_text()


def test_a_server_that_refuses_is_asked_once(
    client, applicant, mailbox, worker, log
):
    mailbox.answers = ["554 no thanks"]
    client.post("/", applicant)
    wait_for(State.FAILED, log)
    assert mailbox.messages == []
    assert "no thanks" in WelcomeMail.objects.get().last_error


def test_a_message_that_was_lost_is_made_up_for(
    client, applicant, empty_queue, mailbox, log
):
    client.post("/", applicant)
    empty_queue()
    with running_worker(
        log, EMAIL_HOST="127.0.0.1", EMAIL_PORT=str(mailbox.port)
    ):
        send_overdue_mails.delay()
        wait_for(State.SENT, log)
    assert len(mailbox.messages) == 1
