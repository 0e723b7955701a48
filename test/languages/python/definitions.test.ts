import { describe, expect, test } from 'vitest'
import { read, withTexts } from './reading.ts'
import { shown } from './shown.ts'

describe('functions', () => {
  test('the first is the module body', () => {
    const code = '"""About orders."""\nx = 1\n'
    expect(withTexts(code, read(code).functions[0])).toMatchObject({
      name: '<module>',
      kind: 'module',
      parent: null,
      class: null,
      documentation: 'About orders.',
      span: code,
      nameSpan: '',
    })
  })

  test('a function has its header and its own body', () => {
    const code = 'async def send(order, retries: int = 3) -> None:\n    "Sends."\n    return order\n'
    expect(withTexts(code, read(code).functions[1])).toEqual({
      name: 'send',
      kind: 'function',
      parent: 0,
      class: null,
      block: null,
      parameters: [
        { name: 'order', kind: 'positional', type: null, default: null, span: 'order' },
        {
          name: 'retries',
          kind: 'positional',
          type: { kind: 'name', name: 'int', span: 'int' },
          default: { kind: 'literal', value: 3, span: '3' },
          span: 'retries: int = 3',
        },
      ],
      decorators: [],
      returnType: { kind: 'literal', value: null, span: 'None' },
      isAsync: true,
      isGenerator: false,
      bindings: [],
      exits: [{ kind: 'return', value: { kind: 'name', name: 'order', span: 'order' }, block: null, span: 'return order' }],
      documentation: 'Sends.',
      span: code.trimEnd(),
      nameSpan: 'send',
    })
  })

  test.each([
    ['def f(): yield 1', true],
    ['def f(): x = yield', true],
    ['def f(): yield from g()', true],
    ['def f():\n    def g(): yield 1', false],
    ['def f(): return [x for x in y]', false],
  ])('%s is a generator: %s', (code, isGenerator) => {
    expect(read(`${code}\n`).functions.find(({ name }) => name === 'f')?.isGenerator).toBe(isGenerator)
  })

  test.each([
    ['def f():\n    "a"\n    "b"', 'a'],
    ['def f(): "a" "b"', 'ab'],
    ["def f():\n    '''\n    Long.\n    '''", '\n    Long.\n    '],
    ['def f():\n    # first\n    "a"', 'a'],
    ['def f(): f"a{b}"', null],
    ['def f(): b"a"', null],
    ['def f(): pass', null],
    ['def f(): x = "a"', null],
  ])('documentation of %s', (code, documentation) => {
    expect(read(`${code}\n`).functions[1]?.documentation).toBe(documentation)
  })

  test('nested functions know where they are written', () => {
    const facts = read('def outer():\n    if a:\n        def inner():\n            return lambda: 1\n')
    expect(facts.functions.map(({ name, kind, parent, block }) => [name, kind, parent, block])).toEqual([
      ['<module>', 'module', null, null],
      ['outer', 'function', 0, null],
      ['inner', 'function', 1, 0],
      ['<lambda>', 'lambda', 2, null],
    ])
  })

  test('a lambda returns its body', () => {
    const code = 'f = lambda order, *rest: send(order)\n'
    const facts = read(code)
    expect(withTexts(code, facts.functions[1])).toMatchObject({
      name: '<lambda>',
      parameters: [{ name: 'order' }, { name: 'rest', kind: 'variadic' }],
      exits: [{ kind: 'return', value: { kind: 'call', call: 0 }, block: null, span: 'send(order)' }],
      span: 'lambda order, *rest: send(order)',
      nameSpan: 'lambda',
    })
    expect(facts.calls.map((call) => [call.function, call.use])).toEqual([[1, 'returned']])
  })
})

describe('parameters', () => {
  test.each([
    ['a, /, b, *args, c, **kw', ['a positional-only', 'b positional', 'args variadic', 'c keyword-only', 'kw keyword-variadic']],
    ['a, b=1, *, c=2, d', ['a positional', 'b positional = 1', 'c keyword-only = 2', 'd keyword-only']],
    ['self, order: "Order" = None', ['self positional', 'order positional : "Order" = null']],
    ['*args: int, **kw: str', ['args variadic : int', 'kw keyword-variadic : str']],
    ['*, a', ['a keyword-only']],
    ['', []],
  ])('%s', (code, expected) => {
    const facts = read(`def f(${code}): pass\n`)
    const parameters = facts.functions[1]?.parameters.map((parameter) => {
      const type = parameter.type === null ? '' : ` : ${shown(facts, parameter.type)}`
      const preset = parameter.default === null ? '' : ` = ${shown(facts, parameter.default)}`
      return `${parameter.name} ${parameter.kind}${type}${preset}`
    })
    expect(parameters).toEqual(expected)
  })
})

describe('classes', () => {
  const code = [
    '@register(name="orders")',
    'class OrderTask(Base, Generic[T], metaclass=Meta, **options):',
    '    """Handles orders."""',
    '    name = make_name()',
    '    @property',
    '    def total(self): pass',
    '    @total.setter',
    '    def total(self, value): pass',
    '    class Inner(Deep):',
    '        def run(self): pass',
    '',
  ].join('\n')
  const facts = read(code)

  test('a class has its header, its body and its methods by name', () => {
    expect(withTexts(code, facts.classes[0])).toEqual({
      name: 'OrderTask',
      bases: [
        { kind: 'name', name: 'Base', span: 'Base' },
        { kind: 'index', object: { kind: 'name', name: 'Generic', span: 'Generic' }, key: { kind: 'name', name: 'T', span: 'T' }, span: 'Generic[T]' },
      ],
      keywords: [
        { name: 'metaclass', spread: null, value: { kind: 'name', name: 'Meta', span: 'Meta' }, span: 'metaclass=Meta' },
        { name: null, spread: 'keyword', value: { kind: 'name', name: 'options', span: 'options' }, span: '**options' },
      ],
      decorators: [{ expression: { kind: 'call', call: 0, span: 'register(name="orders")' }, span: '@register(name="orders")' }],
      function: 0,
      parent: null,
      body: 1,
      methods: { total: 3 },
      span: code.slice(code.indexOf('class OrderTask')).trimEnd(),
      nameSpan: 'OrderTask',
    })
  })

  test('its body is a function of its own, which its methods do not see', () => {
    expect(facts.functions.map(({ name, kind, parent, class: owner }) => [name, kind, parent, owner])).toEqual([
      ['<module>', 'module', null, null],
      ['OrderTask', 'class-body', 0, 0],
      ['total', 'method', 0, 0],
      ['total', 'method', 0, 0],
      ['Inner', 'class-body', 0, 1],
      ['run', 'method', 0, 1],
    ])
    expect(facts.functions[1]?.documentation).toBe('Handles orders.')
    expect(facts.functions[1]?.bindings.map(({ target }) => target)).toEqual(['name'])
  })

  test('a class in a class knows both', () => {
    expect(facts.classes[1]).toMatchObject({ name: 'Inner', function: 0, parent: 0, body: 4, methods: { run: 5 } })
  })

  test('a class in a method is written in the method', () => {
    const nested = read('class A:\n    def m(self):\n        class B:\n            def n(self): pass\n')
    expect(nested.classes.map((owner) => [owner.name, owner.function, owner.parent])).toEqual([['A', 0, null], ['B', 2, null]])
    expect(nested.functions.map(({ name, parent }) => [name, parent])).toEqual([['<module>', null], ['A', 0], ['m', 0], ['B', 2], ['n', 2]])
  })

  test('methods under a condition are methods', () => {
    const conditional = read('class A:\n    if x:\n        def a(self): pass\n    else:\n        def a(self): pass\n    try:\n        def b(self): pass\n    finally: pass\n')
    expect(conditional.classes[0]?.methods).toEqual({ a: 3, b: 4 })
  })

  test('a spread base stays one', () => {
    const spread = read('class A(*bases): pass\n')
    expect(spread.classes[0]?.bases.map((base) => shown(spread, base))).toEqual(['*bases'])
  })
})

describe('decorators', () => {
  const code = 'class A:\n    @shared_task(bind=True, default=lambda: 1)\n    # why\n    @log\n    def run(self, limit=compute()): pass\n'
  const facts = read(code)

  test('come in order, each from its sign', () => {
    expect(withTexts(code, facts.functions.find(({ name }) => name === 'run')?.decorators)).toEqual([
      { expression: { kind: 'call', call: 0, span: 'shared_task(bind=True, default=lambda: 1)' }, span: '@shared_task(bind=True, default=lambda: 1)' },
      { expression: { kind: 'name', name: 'log', span: 'log' }, span: '@log' },
    ])
  })

  test('decorators and defaults run where the function is written', () => {
    expect(facts.calls.map((call) => [shown(facts, call.callee), facts.functions[call.function]?.name])).toEqual([
      ['shared_task', 'A'],
      ['compute', 'A'],
    ])
  })
})
