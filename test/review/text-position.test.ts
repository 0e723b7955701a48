import { describe, expect, test } from 'vitest'
import { textLines } from '../../review/text-position.ts'

describe('positions in a text', () => {
  test('start at line 1, column 1, and count UTF-16 units', () => {
    const text = 'a = 1\ns = "🐍é"\n'
    const lines = textLines(text)
    expect(lines.position(0)).toEqual({ line: 1, column: 1 })
    expect(lines.position(text.indexOf('é'))).toEqual({ line: 2, column: 8 })
    expect(lines.position(text.length)).toEqual({ line: 3, column: 1 })
    expect(lines.position(999), 'past the end').toEqual({ line: 3, column: 1 })
  })

  test.each(['\n', '\r\n', '\r'])('lines may end with %j', (end) => {
    const lines = textLines(['one', 'two', '', 'four'].join(end))
    expect(lines.count).toBe(4)
    expect([1, 2, 3, 4, 5].map((number) => lines.line(number))).toEqual(['one', 'two', '', 'four', ''])
    expect(lines.position(lines.start(4))).toEqual({ line: 4, column: 1 })
    expect(lines.position(lines.start(2) + 3), 'the line end belongs to its line').toEqual({ line: 2, column: 4 })
  })
})
