import { describe, expect, test } from 'vitest'
import { read, withTexts } from './reading.ts'

function importsOf(code: string): unknown {
  return read(code).imports.map(({ local, module, name }) => [local, module, name])
}

describe('imports', () => {
  test.each([
    ['import celery', [['celery', 'celery', null]]],
    ['import a.b.c', [['a', 'a.b.c', null]]],
    ['import a.b as c, d', [['c', 'a.b', null], ['d', 'd', null]]],
    ['from celery import shared_task', [['shared_task', 'celery', 'shared_task']]],
    ['from celery import shared_task as task, group', [['task', 'celery', 'shared_task'], ['group', 'celery', 'group']]],
    ['from . import models', [['models', '.', 'models']]],
    ['from .models import Order', [['Order', '.models', 'Order']]],
    ['from ..core.tasks import (\n    first,\n    second as other,\n)', [['first', '..core.tasks', 'first'], ['other', '..core.tasks', 'second']]],
    ['from ... import base', [['base', '...', 'base']]],
    ['from .models import *', [['*', '.models', '*']]],
    ['from __future__ import annotations', [['annotations', '__future__', 'annotations']]],
    ['import a . b', [['a', 'a.b', null]]],
    ['from . \\\n  models import x', [['x', '.models', 'x']]],
  ])('%s', (code, expected) => {
    expect(importsOf(`${code}\n`)).toEqual(expected)
  })

  test('an import is whole: where it binds, whether for types only, and its part of the statement', () => {
    const code = 'from celery import group as g, chain\n'
    expect(withTexts(code, read(code).imports[0])).toEqual({ local: 'g', module: 'celery', name: 'group', function: 0, typeOnly: false, span: 'group as g' })
  })

  test('an import inside a function binds there', () => {
    const facts = read('import a\ndef f():\n    import b\n    def g():\n        import c\nclass C:\n    import d\n')
    const owners = facts.imports.map(({ local, function: owner }) => [local, facts.functions[owner]?.name])
    expect(owners).toEqual([['a', '<module>'], ['b', 'f'], ['c', 'g'], ['d', 'C']])
  })

  test('both of a try and its handler are listed', () => {
    expect(importsOf('try:\n    import ujson as json\nexcept ImportError:\n    import json\n')).toEqual([
      ['json', 'ujson', null],
      ['json', 'json', null],
    ])
  })
})

describe('imports for types only', () => {
  test.each([
    ['if TYPE_CHECKING:\n    import x', true],
    ['if typing.TYPE_CHECKING:\n    import x', true],
    ['if TYPE_CHECKING:\n    if a:\n        import x', true],
    ['if TYPE_CHECKING:\n    pass\nelse:\n    import x', false],
    ['if not TYPE_CHECKING:\n    import x', false],
    ['if not TYPE_CHECKING:\n    pass\nelse:\n    import x', true],
    ['if a:\n    pass\nelif TYPE_CHECKING:\n    import x', true],
    ['if TYPE_CHECKING:\n    pass\nimport x', false],
    ['if DEBUG:\n    import x', false],
  ])('%s', (code, typeOnly) => {
    expect(read(`${code}\n`).imports.map((entry) => entry.typeOnly)).toEqual([typeOnly])
  })
})
