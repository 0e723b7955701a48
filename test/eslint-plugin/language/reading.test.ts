import { describe, expect, test } from 'vitest'
import { lint, shown } from './linting.ts'

describe('a file that is not all Python', () => {
  test.each([
    ['a parenthesis too many', 'x = (1))\nbad(1)\n'],
    ['a header without an end', 'bad(1)\nif x\n    y = 1\n'],
    ['another language', 'function f() { return 1 }\nbad(1)\n'],
    ['an unfinished line', 'bad(1)\nx = '],
    ['a string that is not closed', 'bad(1)\nx = "abc\n'],
  ])('is still read: %s', async (_, text) => {
    expect(shown(await lint(text)).map((line) => line.replace(/^\S+ /, ''))).toEqual(['taskwise/bad-call Call of bad.'])
  })

  test.each([
    ['nothing', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['blank lines', '\n\r\n  \n'],
    ['comments', '# a\n# b'],
  ])('has no findings: %s', async (_, text) => {
    expect((await lint(text)).messages).toEqual([])
  })

  test('is refused with a null character in it', async () => {
    const result = await lint('a = 1\nb = "\0"\nbad(1)\n')
    expect(shown(result)).toEqual(['2:6 Parsing error: A null character stands here, which Python does not read.'])
    expect(result.fatalErrorCount).toBe(1)
  })

  test('is refused when nothing of it can be read', async () => {
    expect(shown(await lint('('.repeat(200_000)))).toEqual(['1:1 Parsing error: This text takes longer to read than any code that a person would write.'])
  })

  test('is read as deep as code goes', async () => {
    const deep = `${'f('.repeat(2000)}${')'.repeat(2000)}\nbad(1)\n`
    expect(shown(await lint(deep))).toEqual(['2:1 taskwise/bad-call Call of bad.'])
  })
})

test('a file of a megabyte is read from its first line to its last', async () => {
  const block = 'def f(a, b):\n    """What it does."""\n    return g(a, b=[1, 2, {"c": a.d}])\n\n\n'
  const body = block.repeat(Math.ceil(1e6 / block.length))
  const lines = body.split('\n').length
  expect(shown(await lint(`bad(1)\n${body}bad(2)\n`))).toEqual(['1:1 taskwise/bad-call Call of bad.', `${lines + 1}:1 taskwise/bad-call Call of bad.`])
})
