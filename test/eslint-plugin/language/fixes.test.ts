import { describe, expect, test } from 'vitest'
import { edited, lint, shown } from './linting.ts'

const texts = [
  ['plain text', 'bad(1)\n', 'good(1)\n'],
  ['characters of two units', 'x = "😀😀"; bad("é😀")\n', 'x = "😀😀"; good("é😀")\n'],
  ['lines that end with a return and a line feed', 'a = 1\r\nif a:\r\n    bad(a)\r\n', 'a = 1\r\nif a:\r\n    good(a)\r\n'],
  ['lines that end with a return', 'a = 1\rbad(a)\r', 'a = 1\rgood(a)\r'],
  ['a byte order mark', '\uFEFFbad("😀")\r\n', '\uFEFFgood("😀")\r\n'],
  ['strings over several lines', 'x = """\n😀\r\n"""\nbad(f"{\nbad(1)}")', 'x = """\n😀\r\n"""\ngood(f"{\ngood(1)}")'],
  ['wrong syntax', 'def f(:\n    bad(1)\n', 'def f(:\n    good(1)\n'],
] as const

describe('in a text with', () => {
  test.each(texts)('%s, fixes are written where they belong', async (_, text, fixed) => {
    const { output, messages } = await lint(text, { options: { fix: true } })
    expect(output).toBe(fixed)
    expect(messages).toEqual([])
  })

  test.each(texts)('%s, suggestions are', async (_, text, fixed) => {
    let current = text as string
    for (let count = 0; count < 2; count++) {
      const { messages } = await lint(current)
      const suggestion = messages[0]?.suggestions?.[0]
      if (suggestion !== undefined) current = edited(current, suggestion.fix)
    }
    expect(current).toBe(fixed.replaceAll('good', 'better'))
  })
})

test('a finding is at the line and column that an editor shows', async () => {
  expect(shown(await lint('\uFEFFbad(1)\r\nx = "😀"; bad(2)\r\n'))).toEqual(['1:1 taskwise/bad-call Call of bad.', '2:11 taskwise/bad-call Call of bad.'])
})

test('a finding ends where its node ends', async () => {
  const { messages } = await lint('worse(\n  "😀"\n)\n', { config: { rules: { 'taskwise/worse-call': 'warn' } } })
  expect(messages).toMatchObject([{ line: 1, column: 1, endLine: 3, endColumn: 2, severity: 1 }])
})
