"""What is around the code of a project: the web, and how long waiting takes."""

import os
import sys
import time
from urllib.parse import urlsplit


def prepare():
    """Lead HTTP requests to the proof's web, and shorten waiting, as the proof asked for; write what is printed line by line."""
    # Under PYTHONUNBUFFERED, a print of two values would be several writes, between which those of other processes come.
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    if os.environ["PROOF_WEB"]:
        _redirect_requests(os.environ["PROOF_WEB"])
    faster = float(os.environ["PROOF_FASTER"])
    if faster != 1:
        _shorten_countdowns(faster)
        _shorten_sleeps(faster)


def _redirect_requests(web):
    from requests.adapters import HTTPAdapter

    send = HTTPAdapter.send

    def send_to_web(self, request, **options):
        asked = request.url
        parts = urlsplit(asked)
        request.headers["X-Proof-Host"] = parts.netloc
        request.url = web + parts._replace(scheme="", netloc="").geturl()
        response = send(self, request, **options)
        response.url = asked
        return response

    HTTPAdapter.send = send_to_web


def _shorten_countdowns(faster):
    """A worker takes a message with an ETA sooner; what the message says stays as it is."""
    from celery.worker import strategy

    to_timestamp = strategy.to_timestamp

    def sooner(*args, **options):
        now = time.monotonic()
        return now + (to_timestamp(*args, **options) - now) / faster

    strategy.to_timestamp = sooner


def _shorten_sleeps(faster):
    sleep = time.sleep
    # The short sleeps are Celery's own.
    time.sleep = lambda seconds: sleep(seconds / faster if seconds > 1 else seconds)
