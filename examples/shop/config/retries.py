"""Retry policies shared by tasks that talk to the same kind of service."""

from smtplib import SMTPException

MAIL_RETRY = {
    "autoretry_for": (SMTPException, ConnectionError),
    "retry_backoff": 30,
    "retry_backoff_max": 900,
    "max_retries": 5,
}
