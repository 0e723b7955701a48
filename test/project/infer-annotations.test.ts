import { expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const files = {
  'shop/models.py':
    'from django.db import models\n\nclass OrderQuerySet(models.QuerySet):\n    def recent(self): return self.filter(paid=True)\n\n' +
    'class Order(models.Model): ...\n\nclass Line(models.Model): ...\n',
}
const imports =
  'from __future__ import annotations\nimport typing as t\nfrom collections.abc import Iterable\nfrom typing import Annotated, Any, Optional, Union\n' +
  'from django.db.models import QuerySet\nfrom django.http import HttpRequest\nimport shop.models\nfrom shop.models import Line, Order, OrderQuerySet\n'

test.each<[string, string]>([
  ['Order', 'entity Order'],
  ['shop.models.Order', 'entity Order'],
  ['"Order"', 'entity Order'],
  ['"shop.models.Order"', 'entity Order'],
  ['Order | None', 'entity Order'],
  ['None | Order', 'entity Order'],
  ['"Order | None"', 'entity Order'],
  ['Optional[Order]', 'entity Order'],
  ['"Optional[Order]"', 'entity Order'],
  ['t.Optional["Order"]', 'entity Order'],
  ['Union[Order, None]', 'entity Order'],
  ['Annotated[Order, "locked"]', 'entity Order'],
  ['Order | Line', 'unknown'],
  ['Union[Order, int]', 'unknown'],
  ['"Order | int"', 'unknown'],
  ['list[Order]', 'collection of entity Order'],
  ['Iterable["Order"]', 'collection of entity Order'],
  ['"list[Order | None]"', 'collection of entity Order'],
  ['QuerySet[Order]', 'query set of Order'],
  ['"QuerySet[Order]"', 'query set of Order'],
  ['QuerySet', 'query set of ?'],
  ['OrderQuerySet[Order]', 'query set of Order'],
  ['tuple[Order, bool]', '(entity Order, builtins.bool())'],
  ['"tuple[Order, list[Line]]"', '(entity Order, collection of entity Line)'],
  ['type[Order]', 'class Order'],
  ['"type[Order]"', 'class Order'],
  ['dict[str, Order]', 'unknown'],
  ['HttpRequest', 'django.http.HttpRequest()'],
  ['int', 'builtins.int()'],
  ['Any', 'typing.Any()'],
  ['Unheard', 'unknown'],
  ['"not an annotation"', 'unknown'],
  ['"list[Order"', 'unknown'],
])('%s', (annotation, type) => {
  const parameter = `${imports}def run(x: ${annotation}):\n    show(x)\n`
  const variable = `${imports}def run(data):\n    x: ${annotation} = data["x"]\n    show(x)\n`
  const result = `${imports}def made() -> ${annotation}: ...\n\nshow(made())\n`
  for (const source of [parameter, variable, result]) expect(shownTypes({ ...files, 'shop/main.py': source }, 'shop/main.py')).toEqual([type])
})

test('an annotated attribute', () => {
  const source = `${imports}class Cart:\n    order: Order\n    lines: "list[Line]"\n\ndef run(cart: Cart):\n    show(cart.order, cart.lines)\n`
  expect(shownTypes({ ...files, 'shop/main.py': source }, 'shop/main.py')).toEqual(['entity Order', 'collection of entity Line'])
})

test('what an async function promises comes with await', () => {
  const source = `${imports}async def made() -> Order: ...\n\nasync def found():\n    return await Order.objects.aget()\n\nasync def run():\n    show(await made(), made(), await found())\n`
  expect(shownTypes({ ...files, 'shop/main.py': source }, 'shop/main.py')).toEqual(['entity Order', 'unknown', 'entity Order'])
})
