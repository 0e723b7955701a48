import { describe, expect, test } from 'vitest'
import { shownTypes } from './shown-type.ts'

const shop = {
  'shop/__init__.py': 'from .orders import Order as BestOrder\nfrom .orders import *\n',
  'shop/orders.py': 'from shop import parts\n\nclass Order: ...\n\ndef place(): ...\n\nLIMIT = 5\n',
  'shop/parts/__init__.py': 'from .lines import Line\n',
  'shop/parts/lines.py': 'class Line: ...\n',
  'shop/parts/deep/__init__.py': '',
  'shop/parts/deep/leaf.py': 'from ...orders import Order as Root\nfrom ..lines import Line\nfrom . import branch\n',
  'shop/parts/deep/branch.py': 'GREEN = "green"\n',
}

function shown(source: string, path = 'shop/main.py'): readonly string[] {
  return shownTypes({ ...shop, [path]: source }, path)
}

describe('imports', () => {
  test.each<[string, string]>([
    ['from shop.orders import Order\nshow(Order)', 'class Order'],
    ['from shop.orders import Order as Purchase\nshow(Purchase())', 'instance Order'],
    ['from .orders import place\nshow(place)', 'function place'],
    ['from . import orders\nshow(orders.place)', 'function place'],
    ['from . import orders as buying\nshow(buying.LIMIT)', '5'],
    ['import shop.orders\nshow(shop.orders.Order)', 'class Order'],
    ['import shop.orders as buying\nshow(buying.Order)', 'class Order'],
    ['import shop\nshow(shop.BestOrder)', 'class Order'],
    ['from shop import BestOrder\nshow(BestOrder)', 'class Order'],
    ['from shop import place\nshow(place)', 'function place'],
    ['from shop.parts import Line\nshow(Line)', 'class Line'],
    ['from shop import parts\nshow(parts.lines.Line)', 'class Line'],
    ['from shop.parts.deep.leaf import Root, Line, branch\nshow(Root, branch.GREEN)', 'class Order'],
    ['from shop.orders import parts\nshow(parts)', 'module shop/parts/__init__.py'],
    ['from .orders import *\nshow(Order)', 'class Order'],
    ['from .parts import *\nshow(Line)', 'class Line'],
    ['def run():\n    from .orders import Order\n    show(Order)', 'class Order'],
    ['from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .orders import Order\nshow(Order)', 'class Order'],
    ['try:\n    from .orders import Order\nexcept ImportError:\n    Order = None\nshow(Order)', 'class Order'],
    ['import celery\nshow(celery.shared_task)', 'celery.shared_task'],
    ['from celery.app.task import Task as Base\nshow(Base)', 'celery.Task'],
    ['import django.db.models\nshow(django.db.models.Model)', 'django.db.models.Model'],
    ['from django.db.models import *\nshow(Model)', 'django.db.models.Model'],
    ['from celery import *\nfrom kombu import *\nshow(Model)', 'unknown'],
    ['show(open)', 'builtins.open'],
    ['show(nobody)', 'unknown'],
  ])('%s', (source, type) => {
    expect(shown(source)[0]).toBe(type)
  })

  test('what is out of sight keeps its name; a relative name only in modules whose name says what they hold', () => {
    const source = 'from houselib.registry import Order\nfrom .models import Line\nfrom ..other.tasks import send\nfrom .missing import thing\nshow(Order, Line, send, thing)'
    expect(shown(source, 'shop/parts/main.py')).toEqual(['houselib.registry.Order', 'shop.parts.models.Line', 'shop.other.tasks.send', 'unknown'])
  })

  test('a framework is never the file of the same name', () => {
    expect(shownTypes({ 'shop/celery.py': 'app = 1', 'shop/main.py': 'from celery import Celery\nshow(Celery())' }, 'shop/main.py')).toEqual(['celery.Celery()'])
  })

  test('modules that import each other', () => {
    const files = { 'a.py': 'from b import second\nfirst = second\nshow(first)', 'b.py': 'from a import first\nsecond = first\n' }
    expect(shownTypes(files, 'a.py')).toEqual(['unknown'])
  })
})

describe('scopes', () => {
  test.each<[string, string, string]>([
    ['a parameter hides the module', 'x = 1\ndef run(x):\n    show(x)', 'unknown'],
    ['an inner function sees the outer one', 'def run():\n    x = 1\n    def inner():\n        show(x)', '1'],
    ['a method does not see the class body', 'x = 1\nclass A:\n    x = 2\n    def run(self):\n        show(x)', '1'],
    ['a class body sees itself', 'x = 1\nclass A:\n    x = 2\n    show(x)', '2'],
    ['a global statement', 'def run():\n    global x\n    x = 3\nshow(x)', '3'],
    ['a lambda sees its function', 'def run():\n    x = 1\n    return lambda: show(x)', '1'],
    ['a walrus', 'if (x := 4):\n    show(x)', '4'],
    ['an unpacked tuple', 'x, y = 1, "b"\nshow(y)', '"b"'],
    ['a chained assignment', 'x = y = 7\nshow(x)', '7'],
    ['a with statement', 'with open("a") as x:\n    show(x)', 'builtins.open()'],
    ['an exception', 'try:\n    pass\nexcept KeyError as x:\n    show(x)', 'builtins.Exception()'],
  ])('%s', (_name, source, type) => {
    expect(shown(source)).toEqual([type])
  })
})

describe('values that change', () => {
  test.each<[string, string, string]>([
    ['the last one counts', 'x = 1\nx = "b"\nshow(x)', '"b"'],
    ['not the one after', 'x = 1\nshow(x)\nx = "b"', '1'],
    ['two branches that differ', 'if a:\n    x = 1\nelse:\n    x = "b"\nshow(x)', 'unknown'],
    ['two branches that agree', 'if a:\n    x = 1\nelse:\n    x = 1\nshow(x)', '1'],
    ['a branch that may have run', 'x = 1\nif a:\n    x = "b"\nshow(x)', 'unknown'],
    ['inside the branch', 'x = 1\nif a:\n    x = "b"\n    show(x)', '"b"'],
    ['None does not count', 'x = None\nif a:\n    x = 5\nshow(x)', '5'],
    ['the body of a with statement has run', 'x = unknown()\nwith a:\n    x = 5\nshow(x)', '5'],
    ['the body of a try statement may not have', 'x = "b"\ntry:\n    x = 5\nexcept A:\n    pass\nshow(x)', 'unknown'],
    ['a parameter given another value', 'def run(x):\n    x = 5\n    show(x)', '5'],
    ['a parameter perhaps given another value', 'def run(x):\n    if a:\n        x = 5\n    show(x)', 'unknown'],
    ['a parameter that an inner function reads', 'def run(x: int):\n    x = "b"\n    return lambda: show(x)', 'unknown'],
    ['either one by a condition', 'show(1 if a else 1)', '1'],
    ['or', 'show(None or 5)', '5'],
  ])('%s', (_name, source, type) => {
    expect(shown(source)).toEqual([type])
  })
})

describe('loops', () => {
  const numbers = 'from shop.numbers import numbers\n'
  const files = { 'shop/numbers.py': 'def numbers() -> list[str]: ...\n' }

  test.each<[string, string, string]>([
    ['a loop', 'for x in numbers():\n    show(x)', 'builtins.str()'],
    ['after the loop', 'for x in numbers():\n    pass\nshow(x)', 'builtins.str()'],
    ['a name that the body binds anew', 'for x in numbers():\n    x = 5\n    show(x)', '5'],
    ['a comprehension', 'y = [show(x) for x in numbers()]', 'builtins.str()'],
    ['a comprehension hides the name outside', 'x = 5\ny = [show(x) for x in numbers()]', 'builtins.str()'],
    ['enumerate', 'for i, x in enumerate(numbers()):\n    show(x)', 'builtins.str()'],
    ['zip', 'for x, y in zip(numbers(), [1, 1]):\n    show(y)', '1'],
    ['pairs of who knows what', 'for x, y in pairs():\n    show(y)', 'unknown'],
    ['a loop over its own name', 'x = numbers()\nfor x in x:\n    show(x)', 'builtins.str()'],
    ['sorted, reversed, list', 'for x in list(reversed(sorted(numbers()))):\n    show(x)', 'builtins.str()'],
    ['next of iter', 'show(next(iter(numbers())))', 'builtins.str()'],
    ['a range of a list', 'show(numbers()[:3])', 'collection of builtins.str()'],
    ['an item of a list', 'show(numbers()[0])', 'builtins.str()'],
    ['an item of a tuple', 'show((1, "b")[-1])', '"b"'],
  ])('%s', (_name, source, type) => {
    expect(shownTypes({ ...files, 'shop/main.py': numbers + source }, 'shop/main.py')).toEqual([type])
  })
})

describe('isinstance', () => {
  const order = 'class Order: ...\n'

  test.each<[string, string, string]>([
    ['in the branch', 'def run(x):\n    if isinstance(x, Order):\n        show(x)', 'instance Order'],
    ['with another condition', 'def run(x):\n    if a and isinstance(x, Order):\n        show(x)', 'instance Order'],
    ['in the other branch', 'def run(x):\n    if isinstance(x, Order):\n        pass\n    else:\n        show(x)', 'unknown'],
    ['or another condition', 'def run(x):\n    if a or isinstance(x, Order):\n        show(x)', 'unknown'],
    ['not', 'def run(x):\n    if not isinstance(x, Order):\n        show(x)', 'unknown'],
    ['one of several classes', 'def run(x):\n    if isinstance(x, (Order, str)):\n        show(x)', 'unknown'],
    ['another name', 'def run(x, y):\n    if isinstance(x, Order):\n        show(y)', 'unknown'],
    ['given another value since', 'def run(x):\n    if isinstance(x, Order):\n        x = x.pk\n        show(x)', 'unknown'],
  ])('%s', (_name, source, type) => {
    expect(shown(order + source)).toEqual([type])
  })
})
