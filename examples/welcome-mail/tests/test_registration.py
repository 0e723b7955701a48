import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from kombu.exceptions import OperationalError

from accounts.forms import RegistrationForm
from accounts.models import WelcomeMail
from accounts.services import register
from accounts.tasks import send_welcome_mail

pytestmark = pytest.mark.django_db
NAME = "accounts.tasks.send_welcome_mail"


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Use as `with commit():` to run the callbacks at the block's end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def send(monkeypatch):
    """Takes the place of the dispatch; the ids it was called with."""
    ids = []
    monkeypatch.setattr(send_welcome_mail, "delay", ids.append)
    return ids


def test_a_registration_sends_the_key_of_the_mail(
    client, applicant, commit, send
):
    with commit() as callbacks:
        response = client.post("/", applicant)
    assert response.status_code == 302
    assert len(callbacks) == 1
    assert send == [WelcomeMail.objects.get(user__username="ada").pk]


def test_nothing_is_sent_before_the_commit(applicant, commit, send):
    with commit():
        register(RegistrationForm(applicant))
        assert send == []
    assert len(send) == 1


def test_nothing_is_sent_after_a_rollback(applicant, commit, send):
    with commit() as callbacks, pytest.raises(RuntimeError):
        with transaction.atomic():
            register(RegistrationForm(applicant))
            raise RuntimeError("whatever comes after it in the transaction")
    assert callbacks == []
    assert not WelcomeMail.objects.exists()


def test_a_form_with_errors_registers_nobody(client, applicant, send):
    response = client.post("/", applicant | {"email": "ada"})
    assert "Enter a valid email address." in response.content.decode()
    assert not get_user_model().objects.exists()


def test_a_user_cannot_be_owed_two_mails(applicant):
    user = register(RegistrationForm(applicant))
    with pytest.raises(IntegrityError), transaction.atomic():
        WelcomeMail.objects.create(user=user)


@pytest.mark.django_db(transaction=True)
def test_a_registration_stands_when_the_broker_is_away(
    client, applicant, monkeypatch, caplog
):
    def refuse(_):
        raise OperationalError("connection refused")

    monkeypatch.setattr(send_welcome_mail, "delay", refuse)
    assert client.post("/", applicant).status_code == 302
    assert WelcomeMail.objects.get().state == WelcomeMail.State.DUE
    assert "connection refused" in caplog.text
