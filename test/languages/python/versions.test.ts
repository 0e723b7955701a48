import { describe, expect, test } from 'vitest'
import { bindingsOf, callPlaces, read, valueOf } from './reading.ts'

describe('forms by the version of Python that brought them', () => {
  test.each([
    ['3.8', 'def f(a, /, b): print(f"{a=}", (c := b))'],
    ['3.9', '@buttons[0].clicked.connect\ndef f(): pass'],
    ['3.9', 'for x in *a, *b: pass'],
    ['3.10', 'with (open(a) as b, open(c) as d,): pass'],
    ['3.10', 'match command.split():\n    case ["go", ("north" | "south") as way]: pass\n    case Point(x=0, y=-1.5) | {"k": [*_]}: pass\n    case str() | None | True: pass'],
    ['3.11', 'try: pass\nexcept* (A, B) as group: pass'],
    ['3.11', 'a[*b] = c[1:2, *d]'],
    ['3.11', 'def f(*args: *Ts): pass'],
    ['3.12', 'def f[T: Base, *Ts, **P](a: T) -> list[T]: pass'],
    ['3.12', 'class Box[T: (int, str)](Base[T], metaclass=Meta): pass'],
    ['3.12', 'type Pair[T] = tuple[T, T]'],
    ['3.12', 'x = f"{d["key"]} {f"{"\\n".join(a)}"}"'],
    ['3.13', 'class Box[T = int, *Ts = *tuple[int, ...], **P = [int]]: pass'],
    ['3.13', 'def f[T: Base = Sub](a: T = None) -> T: pass'],
    ['3.14', 'x = t"Hello {name!r:>{width}}"'],
    ['3.14', 'try: pass\nexcept A, B: pass'],
    ['3.14', 'try: pass\nexcept* A, B: pass'],
  ])('%s: %s', (_, code) => {
    expect(read(`${code}\n`).unreadable).toEqual([])
  })

  test('words that are keywords in some places only are names elsewhere', () => {
    const code = 'match = type = case = _ = 1\nmatch(x)\ntype(x).y()\nprint(case)\nmatch.case = type[match]\n'
    expect(read(code).unreadable).toEqual([])
    expect(bindingsOf(code)).toEqual(['match <- assign 1', 'type <- assign 1', 'case <- assign 1', '_ <- assign 1', 'match.case <- assign type[match]'])
    expect(callPlaces(code)).toEqual(['match(): ', 'type(x).y(): ', 'type(): ', 'print(): '])
  })

  test('defaults of type parameters do not hide the rest', () => {
    const facts = read('class Box[T = int](Base):\n    def get(self) -> T: return self.load()\n')
    expect(facts.classes.map(({ name, bases, methods }) => [name, bases.length, Object.keys(methods)])).toEqual([['Box', 1, ['get']]])
    expect(facts.calls.length).toBe(1)
  })

  test('template strings are no text', () => {
    expect(valueOf('t"a"')).toBe('?')
  })
})
