"""
A model instance, a query set, a request or an upload cannot be put in a message, so that the request fails; its key and plain values can.

needs: redis
"""

from lab import project

ADD = """
from shop.models import Order
order = Order.objects.create(email="ada@example.com", status="open")
"""
CLOSE = ADD + "from shop.checkout import close_order; close_order(order.pk)"

# A view with three dispatches ends at the first; the others have to be reached one by one.
POST = ADD + """
from unittest.mock import Mock
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from shop import views
client = Client()
client.force_login(User.objects.get_or_create(username="ada")[0])
for name in {muted!r}:
    setattr(views, name, Mock())
answer = client.post("/orders/{path}", {{"orders": SimpleUploadedFile("orders.csv", b"1;2")}})
assert answer.status_code == 202, answer.status_code
"""

SESSIONS = {
    "INSTALLED_APPS": ["django.contrib.sessions"],
    "MIDDLEWARE": ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"],
}


shop = project("wrong", "A model instance")
shop.show(shop.fails(CLOSE, "EncodeError: Object of type Order is not JSON serializable"))
assert shop.queued() == []

shop = project("wrong", "A query set, a request and an upload", settings=SESSIONS)
for kind, muted in [("WSGIRequest", []), ("QuerySet", ["log_visit"]), ("InMemoryUploadedFile", ["log_visit", "export_orders"])]:
    shop.show(shop.fails(POST.format(muted=muted, path=""), f"EncodeError: Object of type {kind} is not JSON serializable"))
    assert shop.queued() == []

shop = project("right", "Plain values", settings=SESSIONS)
with shop.worker() as worker:
    shop.run(POST.format(muted=[], path="1/"))
    shop.show(worker.wait_for(r"send_receipt\S+ succeeded"))
    for pattern in ("receipt for ada@example.com", "/orders/1/ 1", r"\[\{.*ada@example\.com.*\}\]", "import imports/orders"):
        worker.wait_for(pattern)
    assert not worker.lines("raised")
