import { describe, expect, test } from 'vitest'
import { valuesSent } from './sent.ts'

const files = {
  'shop/models.py': 'from django.db import models\n\nclass Order(models.Model): ...\n',
  'shop/work.py': 'from celery import shared_task\n\n@shared_task\ndef send(*given, **named): ...\n',
}

/** What a function with an `order` and its `orders` sends: `text: shape`, where it is not unknown. */
function sent(body: string): readonly string[] {
  const lines = body.split('\n').map((line) => `    ${line}`)
  const source = `from shop.models import Order\nfrom shop.work import send\n\ndef run(data):\n    order = Order.objects.get(pk=1)\n    orders = Order.objects.all()\n${lines.join('\n')}\n`
  return valuesSent({ ...files, 'shop/main.py': source })
    .filter(({ shape }) => shape.kind !== 'unknown')
    .map(({ text, shape }) => `${text}: ${shape.isMany === true ? 'many ' : ''}${shape.kind}`)
}

describe('a list or record in a variable', () => {
  test.each<[string, string, readonly string[]]>([
    ['a record', 'values = {"order": order, "n": 1}\nsend.delay(values)', ['values["order"]: entity', 'values["n"]: literal']],
    ['a list', 'values = [order, 2]\nsend.delay(values)', ['values[0]: entity', 'values[1]: literal']],
    ['nested', 'values = {"a": {"b": [order]}}\nsend.delay(values)', ['values["a"]["b"][0]: entity']],
    ['as kwargs', 'values = dict(order=order)\nsend.apply_async(kwargs=values)', ['values["order"]: entity']],
    ['as args', 'values = (order,)\nsend.apply_async(values)', ['values[0]: entity']],
    ['spread', 'values = [order]\nsend.apply_async(args=[*values, 5])', ['values[0]: entity', '5: literal']],
    ['given another value', 'values = [order]\nvalues = [order.pk]\nsend.delay(values)', ['values[0]: identifier']],
    ['perhaps given another value', 'values = [order]\nif data:\n    values = [order.pk]\nsend.delay(values)', []],
    ['a key that is written again', 'values = {"order": order}\nvalues["order"] = order.pk\nsend.delay(values)', []],
    ['changed in place', 'values = [order]\nvalues.pop()\nsend.delay(values)', []],
    ['a loop variable', 'for values in data:\n    send.delay(values)', []],
  ])('%s', (_name, body, expected) => {
    expect(sent(body)).toEqual(expected)
  })
})

describe('collections', () => {
  test.each<[string, readonly string[]]>([
    ['send.delay([o for o in orders])', ['[o for o in orders]: many entity']],
    ['send.delay({o.pk: o for o in orders})', ['{o.pk: o for o in orders}: many entity']],
    ['send.delay(list(orders))', ['list(orders): many entity']],
    ['send.delay(orders)', ['orders: query-set']],
    ['send.delay([orders])', ['orders: query-set']],
    ['send.delay([o.pk for o in orders])', []],
    ['send.delay(list(orders.values_list("pk")))', []],
  ])('%s', (body, expected) => {
    expect(sent(body)).toEqual(expected)
  })
})

test.each<[string, string | null]>([
  ['order', 'order.pk'],
  ['[o for o in orders]', '[o.pk for o in orders]'],
  ['{o.pk: o for o in orders if o.paid}', '{o.pk: o.pk for o in orders if o.paid}'],
  ['Order.objects.get(pk=1)', null],
  ['orders', null],
  ['order.pk', null],
])('the identifier in place of %s', (expression, text) => {
  const source = `from shop.models import Order\nfrom shop.work import send\n\ndef run():\n    order = Order.objects.get(pk=1)\n    orders = Order.objects.all()\n    send.delay(${expression})\n`
  expect(valuesSent({ ...files, 'shop/main.py': source }).map(({ identifierText }) => identifierText)).toEqual([text])
})

test('the key of an entity of SQLAlchemy is the column it declares', () => {
  const database =
    'from sqlalchemy.orm import DeclarativeBase, mapped_column\n\nclass Base(DeclarativeBase): ...\n\nclass Team(Base):\n    code = mapped_column(primary_key=True)\n\nclass User(Base): ...\n'
  const source = 'from shop.database import Team, User\nfrom shop.work import send\n\nteam = Team()\nuser = User()\nsend.delay(team, user)\n'
  expect(valuesSent({ ...files, 'shop/database.py': database, 'shop/main.py': source }).map(({ identifierText }) => identifierText)).toEqual(['team.code', 'user.id'])
})

describe('an encoder that knows the class', () => {
  const registering = (name: string): string => `from kombu.utils.json import register_type\nfrom django.db.models import Model\nfrom shop.models import Order\n\nregister_type(${name}, "row", str, int)\n`
  const source = 'from shop.models import Order\nfrom shop.work import send\n\nsend.delay(Order.objects.get(pk=1))\n'

  test.each([
    ['Order', 'unknown'],
    ['Model', 'unknown'],
    ['int', 'entity'],
  ])('register_type(%s)', (name, kind) => {
    const sentKinds = valuesSent({ ...files, 'shop/codecs.py': registering(name), 'shop/main.py': source }).map(({ shape }) => shape.kind)
    expect(sentKinds).toEqual([kind])
  })
})
