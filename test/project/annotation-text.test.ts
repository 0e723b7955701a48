import { expect, test } from 'vitest'
import { splitAnnotation } from '../../analysis/project/facts/annotation-text.ts'

test.each<[string, string | null, readonly string[]]>([
  ['Order', 'Order', []],
  [' shop.models.Order ', 'shop.models.Order', []],
  ['list[Order]', 'list', ['Order']],
  ['dict[str, list[Order]]', 'dict', ['str', 'list[Order]']],
  ['Bücher', 'Bücher', []],
  ['a b', null, []],
  ['', null, []],
  ['Order]', null, []],
])('%j', (text, name, parts) => {
  expect(splitAnnotation(text)).toMatchObject({ name, parts })
})

test('alternatives are split outside of brackets only', () => {
  expect(splitAnnotation('list[A | B] | None').alternatives).toEqual(['list[A | B]', 'None'])
})

test('a text too long to be an annotation is not looked into', () => {
  expect(splitAnnotation('list['.repeat(10_000)).name).toBeNull()
})
