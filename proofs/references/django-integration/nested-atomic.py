"""
A task that is registered in a savepoint is dropped with it although the rest is committed; a durable block refuses to be anything but
the outermost one.
"""

from lab import plain_project

FILES = {
    "shop/models.py": """
from django.db import models


class Order(models.Model):
    email = models.EmailField(unique=True)
"""
}

PLACE = """
from django.db import IntegrityError, transaction
from shop.models import Order

def place(email, durable=False):
    with transaction.atomic(durable=durable):
        transaction.on_commit(lambda: print("receipt for", email))
        Order.objects.create(email=email)

"""
IMPORT = """
with transaction.atomic():
    place("ada@example.com")
    try:
        place("ada@example.com", durable={durable})
    except IntegrityError:
        print("known already")
print(Order.objects.count(), "orders")
"""

shop = plain_project("wrong", FILES)
shop.show(shop.fails(PLACE + IMPORT.format(durable=True), "^RuntimeError: A durable atomic block cannot be nested"))
lines = shop.run(PLACE + IMPORT.format(durable=False)).splitlines()
assert lines == ["known already", "receipt for ada@example.com", "1 orders"], lines

shop = plain_project("right", FILES)
lines = shop.run(PLACE + 'place("ada@example.com", durable=True); place("eve@example.com", durable=True)').splitlines()
assert lines == ["receipt for ada@example.com", "receipt for eve@example.com"], lines
shop.show(lines[0])
