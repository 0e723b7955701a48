import { describe, expect, test } from 'vitest'
import { EditorDocument } from './editor.ts'
import { testPlugin } from './linting.ts'

const path = `${process.cwd()}/shop/tasks.py`

function open(text: string, ignored: string[] = []): EditorDocument {
  return new EditorDocument(path, text, {
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: ignored },
      {
        files: ['**/*.py'],
        plugins: { taskwise: testPlugin() },
        language: 'taskwise/python',
        rules: { 'taskwise/bad-call': 'error' },
        linterOptions: { reportUnusedDisableDirectives: 'warn' },
      },
    ],
  })
}

const text = 'if a:\r\n    x = "😀"; bad(1)\r\n    # eslint-disable-next-line taskwise/bad-call -- no longer\r\n    ok(1)\r\n'

describe('in an editor', () => {
  test('problems are underlined where they are', async () => {
    const document = open(text)
    const diagnostics = await document.diagnostics()
    expect(diagnostics.map(({ start, code, url }) => [start, code, url])).toEqual([
      [{ line: 1, character: 14 }, 'taskwise/bad-call', 'https://example.com/bad-call'],
      [{ line: 2, character: 4 }, null, undefined],
    ])
    expect(diagnostics.map((diagnostic) => document.textBetween(diagnostic))).toEqual(['bad', ''])
  })

  test('each quick fix writes what it promises', async () => {
    const fixes = await open(text).quickFixes()
    const written = fixes.map((fix) => {
      const document = open(text)
      document.apply(fix)
      return [fix.title, document.text]
    })
    expect(written).toEqual([
      ['Fix this taskwise/bad-call problem', text.replace('bad(', 'good(')],
      ['Call `better`. (taskwise/bad-call)', text.replace('bad(', 'better(')],
      ['Fix this unused-disable-directive problem', text.replace(/ *#.*\r\n/, '')],
    ])
  })

  test('a save fixes everything', async () => {
    const document = open(text)
    await document.fixAll()
    expect(document.text).toBe('if a:\r\n    x = "😀"; good(1)\r\n    ok(1)\r\n')
    expect(await document.diagnostics()).toEqual([])
  })

  test('problems follow the text while it is typed', async () => {
    const document = open('')
    const seen: string[][] = []
    for (const typed of ['def f(', 'a):\n    bad(', 'a)\n', '    bad("😀"', ')  # eslint-disable-line']) {
      document.text += typed
      seen.push((await document.diagnostics()).map(({ start, message }) => `${start.line}:${start.character} ${message}`))
    }
    expect([seen[0], seen[2], seen[4]]).toEqual([[], ['1:4 Call of bad.'], ['1:4 Call of bad.']])
  })

  test('a file that is ignored has no problems', async () => {
    expect(await open('bad(1)\n', ['shop/']).diagnostics()).toEqual([])
  })
})
