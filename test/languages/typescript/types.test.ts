import { describe, expect, test } from 'vitest'
import { importsOf, typeOf } from './reading.ts'

describe('types', () => {
  test.each([
    ['string', 'string'],
    ['number', 'number'],
    ['boolean', 'boolean'],
    ['any', 'any'],
    ['unknown', 'unknown'],
    ['never', 'never'],
    ['object', 'object'],
    ['symbol', 'symbol'],
    ['bigint', 'bigint'],
    ['this', 'this'],
    ['null', 'null'],
    ['undefined', 'null'],
    ['void', 'null'],
    ['Queue', 'Queue'],
    ['a.b.Queue', 'a.b.Queue'],
    ['Queue<Data>', 'Queue[Data]'],
    ['a.Map<string, User>', 'a.Map[(string, User)]'],
    ['Promise<Array<User>>', 'Promise[Array[User]]'],
    ['User[]', 'Array[User]'],
    ['User[][]', 'Array[Array[User]]'],
    ['readonly User[]', 'Array[User]'],
    ['(User)', 'User'],
    ['User | null | undefined', '(| User, null, null)'],
    ['| A | B', '(| A, B)'],
    ['A & { b: C }', '(& A, {"b": C})'],
    ['Promise<[A, B]>', 'Promise[((A, B))]'],
    ['[A, B][]', 'Array[((A, B))]'],
    ['(A | B)[]', 'Array[(| A, B)]'],
    ['[A, B?, ...C[]]', '(A, B, *Array[C])'],
    ['[a: A, b?: B, ...c: C[]]', '(A, B, *Array[C])'],
    ['{ a: A; b?: B, readonly c: C; "d-e": D }', '{"a": A, "b": B, "c": C, "d-e": D}'],
    ['{ a; m(): B; [key: string]: C; (): D }', '{"a": ?, "m": ?}'],
    ['{ ["a"]: A; [b]: B }', '{"a": A}'],
    ['typeof queue', 'typeof[queue]'],
    ['typeof a.b', 'typeof[a.b]'],
    ['ReturnType<typeof make>', 'ReturnType[typeof[make]]'],
    ["import('./order').Order", 'import("./order").Order'],
    ["import('./order').a.Order<B>", 'import("./order").a.Order[B]'],
    ["typeof import('./order')", 'typeof[import("./order")]'],
    ["'a'", '?'],
    ['1', '?'],
    ['`a${string}`', '?'],
    ['keyof A', '?'],
    ['A["b"]', '?'],
    ['() => void', '?'],
    ['new () => A', '?'],
    ['A extends B ? C : D', '?'],
    ['{ [K in A]: B }', '?'],
    ['unique symbol', '?'],
  ])('%s', (code, expected) => {
    expect(typeOf(code)).toBe(expected)
  })

  test('a module that only a type names is imported once', () => {
    expect(importsOf("let a: import('./order').Order\nlet b: import('./order').Line")).toEqual(['type import("./order") = all of ./order'])
  })
})
