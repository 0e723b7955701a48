"""
Under ATOMIC_REQUESTS an asynchronous view cannot be called at all unless it is taken out; a status that is returned commits, an
exception does not.
"""

from lab import plain_project

FILES = {
    "shop/models.py": """
from django.db import models


class Order(models.Model):
    email = models.EmailField()
""",
    "shop/tasks.py": "",
    "config/urls.py": """
from asgiref.sync import sync_to_async
from django.db import transaction
from django.http import HttpResponse
from django.urls import path
from shop.models import Order


async def place(request):
    await sync_to_async(Order.objects.create)(email="ada@example.com")
    return HttpResponse()


@transaction.non_atomic_requests
async def place_outside(request):
    return await place(request)


def refuse(request):
    Order.objects.create(email="ada@example.com")
    return HttpResponse(status=500)


def fail(request):
    Order.objects.create(email="ada@example.com")
    raise ValueError("after the row")


urlpatterns = [
    path("place/", place),
    path("place-outside/", place_outside),
    path("refuse/", refuse),
    path("fail/", fail),
]
""",
}
ATOMIC = {"DATABASES": {"default": {"ATOMIC_REQUESTS": True}}}

CALL = """
from django.test import Client
from shop.models import Order
print(Client(raise_request_exception={strict}).post("/{view}/").status_code, Order.objects.count(), "orders")
"""


def call(view, strict=True):
    return CALL.format(view=view, strict=strict)


shop = plain_project("wrong", FILES, settings=ATOMIC)
shop.show(shop.fails(call("place"), "^RuntimeError: You cannot use ATOMIC_REQUESTS with async views"))

shop = plain_project("right", FILES, settings=ATOMIC)
line = shop.run(call("place-outside")).splitlines()[0]
assert line == "200 1 orders", line
assert "500 1 orders" in shop.run(call("fail", strict=False))
assert "500 2 orders" in shop.run(call("refuse"))
shop.show(line)
