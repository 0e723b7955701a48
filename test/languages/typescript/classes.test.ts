import { describe, expect, test } from 'vitest'
import { withTexts } from '../python/reading.ts'
import { shown } from '../python/shown.ts'
import { bindingsOf, functionsOf, read, readValid } from './reading.ts'

/** Every class as its name, what it extends and implements, and its methods. */
function classesOf(code: string): unknown[] {
  const facts = readValid(code)
  return facts.classes.map(({ name, bases, implements: interfaces = [], methods }) => [
    name,
    bases.map((base) => shown(facts, base)),
    interfaces.map((each) => shown(facts, each)),
    methods,
  ])
}

/** The decorators of everything, each with its text and what it belongs to. */
function decoratorsOf(code: string): string[] {
  const facts = readValid(code)
  const entries = [
    ...facts.classes.map(({ name, decorators }) => ({ name, decorators })),
    ...facts.functions.flatMap(({ name, decorators, parameters, bindings }) => [
      { name, decorators },
      ...parameters.map((parameter) => ({ name: `${name}(${parameter.name})`, decorators: parameter.decorators ?? [] })),
      ...bindings.map((binding) => ({ name: binding.target, decorators: binding.decorators ?? [] })),
    ]),
  ]
  return entries.flatMap(({ name, decorators }) => decorators.map(({ expression, span }) => `${name}: ${code.slice(span.start, span.end)} = ${shown(facts, expression)}`))
}

describe('classes', () => {
  test('a class is whole', () => {
    const code = '@Injectable()\nexport class Mail extends Base<User> implements OnInit, Bus<string> { send() {} }\n'
    const [mail] = read(code).classes
    expect(withTexts(code, mail)).toEqual({
      name: 'Mail',
      bases: [{ kind: 'index', object: { kind: 'name', name: 'Base', span: 'Base' }, key: { kind: 'name', name: 'User', span: 'User' }, span: 'Base<User>' }],
      implements: [
        { kind: 'name', name: 'OnInit', span: 'OnInit' },
        { kind: 'index', object: { kind: 'name', name: 'Bus', span: 'Bus' }, key: { kind: 'name', name: 'string', span: 'string' }, span: 'Bus<string>' },
      ],
      keywords: [],
      decorators: [{ expression: { kind: 'call', call: 0, span: 'Injectable()' }, span: '@Injectable()' }],
      function: 0,
      parent: null,
      body: 1,
      methods: { send: 2 },
      span: 'export class Mail extends Base<User> implements OnInit, Bus<string> { send() {} }',
      nameSpan: 'Mail',
    })
  })

  test.each<[string, unknown[]]>([
    ['class A {}', [['A', [], [], {}]]],
    ['const A = class extends B {}', [['A', ['B'], [], {}]]],
    ['f(class A {})', [['A', [], [], {}]]],
    ['f(class {})', [['<class>', [], [], {}]]],
    ['export default class {}', [['default', [], [], {}]]],
    ['class A extends mixin(B, C) {}', [['A', ['mixin(B, C)'], [], {}]]],
    ['class A extends B.C<D, E> {}', [['A', ['B.C[(D, E)]'], [], {}]]],
    ['class A { a() {} a() {} }', [['A', [], [], { a: 3 }]]],
    ['class A { get a() { return 1 } set a(b) {} }', [['A', [], [], { a: 2 }]]],
    ['class A { a = () => 1; #b() {} "c-d"() {} [e]() {} }', [['A', [], [], { a: 2, '#b': 3, 'c-d': 4, '<computed>': 5 }]]],
    ['interface A extends B, C<D> { e(): F }', [['A', ['B', 'C[D]'], [], { e: 2 }]]],
    ['enum A { B }', [['A', [], [], {}]]],
  ])('%s', (code, expected) => {
    expect(classesOf(code)).toEqual(expected)
  })

  test('a class knows where it is written', () => {
    const facts = readValid('function f() { class A { b = class C { d() {} } } }')
    expect(facts.classes.map(({ name, function: owner, parent }) => [name, owner, parent])).toEqual([
      ['A', 1, null],
      ['C', 1, 0],
    ])
    expect(facts.functions.map(({ name, kind, parent }) => [name, kind, parent])).toEqual([
      ['<module>', 'module', null],
      ['f', 'function', 0],
      ['A', 'class-body', 1],
      ['C', 'class-body', 1],
      ['d', 'method', 1],
    ])
  })
})

describe('members', () => {
  test.each([
    ['class A { m(a) {} }', ['method m(this, a)']],
    ['class A { static async m() {} }', ['async static method m(this)']],
    ['class A { get a(): B { return this.b } }', ['getter method a(this): B']],
    ['class A { private constructor(a) {} }', ['method constructor(this, a)']],
    ['class A { a = async (b: B) => b }', ['async method a(this, b: B)']],
    ['class A { static readonly a = function () {} }', ['static method a(this)']],
    ['abstract class A { abstract m(a: B): C }', ['declaration method m(this, a: B): C']],
    ['class A { m(a: B): B; m(a: C): C; m(a) {} }', ['method m(this, a)']],
    ['class A { constructor(a: B); constructor(a) {} }', ['method constructor(this, a)']],
    ['declare class A { constructor(a: B); m(): C }', ['declaration method constructor(this, a: B)', 'declaration method m(this): C']],
    ['class A { *m() {} }', ['generator method m(this)']],
    ['class A { static { f() } }', ['static method <static>(this)']],
    ['interface A { m(b: B): C; n?(): D; new (): E; (): F; readonly [key: string]: G }', ['declaration method m(this, b: B): C', 'declaration method n(this): D']],
  ])('%s', (code, expected) => {
    expect(functionsOf(code).slice(1)).toEqual(expected)
  })

  test.each([
    ['class A { a = 1 }', ['a <- assign 1']],
    ['class A { private readonly a: B }', ['a <- declared null : B']],
    ['class A { static a: B = f() }', ['a <- assign f() : B']],
    ['class A { a }', []],
    ['class A { @Inject() a }', ['a <- declared null']],
    ['class A { #a = 1; "b-c" = 2; [d] = 3 }', ['#a <- assign 1', 'b-c <- assign 2']],
    ['class A { declare a: B; b?: C; c!: D }', ['a <- declared null : B', 'b <- declared null : C', 'c <- declared null : D']],
    ['interface A { a: B; readonly c?: D[] }', ['a <- declared null : B', 'c <- declared null : Array[D]']],
    ['enum A { B, C = 5, D, E = "e", F = f(), G }', ['B <- assign 0', 'C <- assign 5', 'D <- assign 6', 'E <- assign "e"', 'F <- assign f()', 'G <- assign ?']],
    ['const enum A { "b-c" = 1 << 2, D = -1, E }', ['b-c <- assign (<< 1, 2)', 'D <- assign -1', 'E <- assign 0']],
  ])('fields of %s', (code, expected) => {
    expect(bindingsOf(code, 'A')).toEqual(expected)
  })

  test.each([
    ['class A { constructor(private readonly queue: Queue) {} }', ['this.queue <- assign queue : Queue']],
    ['class A { constructor(public a = 1, b: B, protected c?: C) {} }', ['this.a <- assign a', 'this.c <- assign c : C']],
    ['class A { constructor(@Inject("a") private a: B) { this.d = a } }', ['this.a <- assign a : B', 'this.d <- assign a']],
    ['class A { constructor(@Inject("a") a: B) {} }', []],
    ['class A { constructor(override a: B) {} }', ['this.a <- assign a : B']],
  ])('fields that a constructor gives: %s', (code, expected) => {
    expect(bindingsOf(code, 'constructor')).toEqual(expected)
  })

  test('values of fields run in the body of the class, and see its object', () => {
    const facts = readValid('class A { a = this.b(() => this.c()) }')
    expect(facts.functions.map(({ kind, parent, parameters }) => [kind, parent, parameters.map(({ name }) => name)])).toEqual([
      ['module', null, []],
      ['class-body', 0, ['this']],
      ['lambda', 1, []],
    ])
    expect(facts.calls.map(({ function: owner }) => owner)).toEqual([1, 2])
  })

  test('where the cursor goes', () => {
    const code = 'class A { @a() /* b */ private c() {}\n private constructor() {}\n static d = () => 1 }'
    expect(withTexts(code, read(code).functions.slice(2).map(({ span, nameSpan }) => [nameSpan, span]))).toEqual([
      ['c', 'private c() {}'],
      ['constructor', 'private constructor() {}'],
      ['d', '() => 1'],
    ])
  })
})

describe('decorators', () => {
  test.each([
    ['@A class B {}', ['B: @A = A']],
    ['@A()\n@B.c("d")\nexport class E {}', ['E: @A() = A()', 'E: @B.c("d") = B.c("d")']],
    ['export @A class B {}', ['B: @A = A']],
    ['export default @A class B {}', ['B: @A = A']],
    ['class A { @B() c() {} }', ['c: @B() = B()']],
    ['class A { @B() c: D }', ['c: @B() = B()']],
    ['class A { @B() c = () => 1 }', ['c: @B() = B()']],
    ['class A { @B() get c() { return 1 } }', ['c: @B() = B()']],
    ['class A { b(@C() d, @E f) {} }', ['b(d): @C() = C()', 'b(f): @E = E']],
    ['class A { constructor(@B("c") private d: E) {} }', ['constructor(d): @B("c") = B("c")']],
    ['class A { @(b.c)() d }', ['d: @(b.c)() = b.c()']],
  ])('%s', (code, expected) => {
    expect(decoratorsOf(code)).toEqual(expected)
  })

  test('run in the scope around what they decorate', () => {
    const facts = readValid('@a() class B { @c() d(@e() f) {} }')
    expect(facts.calls.map(({ callee, function: owner }) => [shown(facts, callee), owner])).toEqual([
      ['a', 0],
      ['c', 1],
      ['e', 1],
    ])
  })
})
