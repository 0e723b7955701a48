import { describe, expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const models = `
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from shop.managers import OrderManager, OrderQuerySet

class User(AbstractUser): ...

class Customer(models.Model):
    name = models.CharField(max_length=100)

class Profile(models.Model):
    customer = models.OneToOneField(Customer, related_name="profile", on_delete=models.CASCADE)

class Numbered(models.Model):
    number = models.CharField(max_length=20, primary_key=True)
    objects = models.Manager.from_queryset(OrderQuerySet)()

    class Meta:
        abstract = True

class Order(Numbered):
    customer = models.ForeignKey("Customer", related_name="orders", on_delete=models.CASCADE)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="owned", on_delete=models.CASCADE)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE)
    invoice = models.ForeignKey("billing.Invoice", null=True, on_delete=models.CASCADE)
    tags = models.ManyToManyField("Tag")
    placed = OrderManager()
    recent_ones = OrderQuerySet.as_manager()

    @property
    def first_line(self):
        return self.line_set.first()

    @classmethod
    def build(cls, **values):
        return cls(**values)

class Tag(models.Model): ...
`
const managers = `
from django.db import models

class OrderQuerySet(models.QuerySet):
    def recent(self):
        return self.filter(paid=True).order_by("-pk")
    def newest(self):
        return self.recent().first()
    def keys(self):
        return list(self.values_list("pk", flat=True))
    def total(self):
        return self.aggregate(total=models.Sum("total"))["total"]

class OrderManager(models.Manager):
    def get_queryset(self):
        return OrderQuerySet(self.model, using=self._db).filter(gone=False)
    def place(self, email):
        order = self.model(email=email)
        order.save()
        return order
    def place_all(self, emails):
        return self.bulk_create([self.model(email=email) for email in emails])
    def open(self):
        return super().get_queryset().filter(closed=False)
`
const files = {
  'shop/models.py': models,
  'shop/managers.py': managers,
  'billing/models.py': 'from django.db import models\n\nclass Invoice(models.Model): ...\n',
}

function shown(expression: string): string | undefined {
  const source =
    `from django.apps import apps\nfrom django.contrib.auth import authenticate, get_user_model\nfrom django.contrib.auth.models import Group\n` +
    `from django.shortcuts import get_list_or_404, get_object_or_404\nfrom shop.models import Customer, Order, User\n` +
    `order = Order.objects.get(pk=1)\ncustomer = Customer.objects.get(pk=1)\nuser = User.objects.get(pk=1)\nshow(${expression})\n`
  return shownTypes({ ...files, 'shop/main.py': source }, 'shop/main.py')[0]
}

describe('query sets', () => {
  test.each<[string, string]>([
    ['Order', 'class Order'],
    ['Order()', 'entity Order'],
    ['Order.objects', 'manager of Order'],
    ['Order.objects.all()', 'query set of Order'],
    ['Order.objects.filter(a=1).exclude(b=2).order_by("pk")[:5]', 'query set of Order'],
    ['Order.objects.all() | Order.objects.none()', 'query set of Order'],
    ['Order.objects.all()[0]', 'entity Order'],
    ['Order.objects.values("pk")', 'rows of Order'],
    ['Order.objects.values("pk").filter(a=1)', 'rows of Order'],
    ['Order.objects.values("pk").first()', 'unknown'],
    ['list(Order.objects.values("pk"))', 'collection of unknown'],
    ['list(Order.objects.all())', 'collection of entity Order'],
    ['Order.objects.iterator()', 'collection of entity Order'],
    ['Order.objects.count()', 'unknown'],
    ['Order.objects.get_or_create(a=1)', '(entity Order, unknown)'],
    ['Order.objects.get_or_create(a=1)[0]', 'entity Order'],
    ['Order.objects.bulk_create([])', 'collection of entity Order'],
    ['Order.build(a=1)', 'entity Order'],
    ['get_object_or_404(Order, pk=1)', 'entity Order'],
    ['get_object_or_404(Order.objects.all(), pk=1)', 'entity Order'],
    ['get_list_or_404(Order)', 'collection of entity Order'],
    ['Group.objects.get(pk=1)', 'entity Group'],
    ['get_user_model().objects.get(pk=1)', 'entity User'],
    ['authenticate(None)', 'entity User'],
    ['apps.get_model("shop", "Order").objects.first()', 'entity Order'],
    ['apps.get_model("other.Thing").objects.first()', 'entity Thing'],
  ])('%s', (expression, type) => {
    expect(shown(expression)).toBe(type)
  })
})

describe("the project's own managers and query sets", () => {
  test.each<[string, string]>([
    ['Order.recent_ones.recent()', 'query set of Order'],
    ['Order.recent_ones.newest()', 'entity Order'],
    ['Order.recent_ones.recent().recent()', 'query set of Order'],
    ['Order.recent_ones.keys()', 'collection of unknown'],
    ['Order.recent_ones.total()', 'unknown'],
    ['Order.objects.recent()', 'query set of Order'],
    ['Order.placed.place("a")', 'entity Order'],
    ['Order.placed.place_all(["a"])', 'collection of entity Order'],
    ['Order.placed.all().newest()', 'entity Order'],
    ['Order.placed.open()', 'query set of Order'],
    ['Order.placed.unheard()', 'unknown'],
  ])('%s', (expression, type) => {
    expect(shown(expression)).toBe(type)
  })
})

describe('attributes of a row', () => {
  test.each<[string, string]>([
    ['order.pk', 'identifier'],
    ['order.customer', 'entity Customer'],
    ['order.customer_id', 'identifier'],
    ['order.customer.name', 'unknown'],
    ['order.number', 'identifier'],
    ['order.parent.parent', 'entity Order'],
    ['order.owner', 'entity ?'],
    ['order.invoice', 'entity Invoice'],
    ['order.tags.all()', 'query set of Tag'],
    ['order.first_line', 'entity ?'],
    ['customer.orders.recent()', 'query set of Order'],
    ['customer.profile', 'entity Profile'],
    ['customer.profile.customer', 'entity Customer'],
    ['user.owned.newest()', 'entity Order'],
    ['user.email', 'unknown'],
    ['customer.unheard', 'unknown'],
  ])('%s', (expression, type) => {
    expect(shown(expression)).toBe(type)
  })
})

test('fields, choices and classes of modules called models that are no entities', () => {
  const source =
    'from django.db import models\nfrom keras.models import Model as Net\nfrom other.models import Thing, ThingManager\n\nclass Status(models.TextChoices):\n    OPEN = "o"\n\n' +
    'class MyNet(Net): ...\n\nshow(models.CharField(), Status.OPEN, MyNet(), Thing(), Thing.objects.get(), ThingManager())\n'
  expect(shownTypes({ 'a.py': source }, 'a.py')).toEqual([
    'django.db.models.CharField()', '"o"', 'instance MyNet', 'other.models.Thing()', 'entity Thing', 'manager of ?',
  ])
})
