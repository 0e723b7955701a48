import { describe, expect, test } from 'vitest'
import { readSyntaxTree, type SyntaxNode } from '../../../analysis/languages/python/syntax-tree.ts'
import { disableForLine } from '../../../eslint-plugin/language/disable-for-line.ts'
import { edited, lint, type PythonRule, shown } from './linting.ts'

/** Reports calls of `bad` and suggests to silence itself. */
const silenced: PythonRule = {
  meta: { schema: [], hasSuggestions: true },
  create: (context) => ({
    'call[function.text="bad"]'(node) {
      context.report({
        node,
        message: 'Call of bad.',
        suggest: [
          {
            desc: 'Disable for this line.',
            fix: (fixer) => {
              const { span, text } = disableForLine(context.sourceCode, node.start, context.id)
              return fixer.replaceTextRange([span.start, span.end], text)
            },
          },
        ],
      })
    },
  }),
}

const choices = { rules: { silenced }, config: { rules: { 'taskwise/bad-call': 'off', 'taskwise/worse-call': 'error' }, linterOptions: { reportUnusedDisableDirectives: 'error' } } } as const

/** The text with the suggestion for its first finding, and what ESLint then says. */
async function silence(text: string): Promise<{ text: string; said: string[] }> {
  const { messages } = await lint(text, choices)
  const fix = messages[0]?.suggestions?.[0]?.fix
  if (fix === undefined) throw new Error('There is nothing to silence.')
  const written = edited(text, fix)
  return { text: written, said: shown(await lint(written, choices)) }
}

/** The code without its comments, as a tree of types and texts. */
function shape(text: string): unknown {
  const outline = (node: SyntaxNode): unknown => (node.children.length === 0 ? [node.type, text.slice(node.start, node.end)] : [node.type, node.children.map(outline)])
  const { root, unreadable } = readSyntaxTree(text)
  return [outline(root), unreadable.length]
}

const id = 'taskwise/silenced'
const cases: readonly (readonly [string, string, string])[] = [
  ['above a line', 'bad()\n', `# eslint-disable-next-line ${id}\nbad()\n`],
  ['above a line without an end', 'a = 1\nbad()', `a = 1\n# eslint-disable-next-line ${id}\nbad()`],
  ['with the indentation of the line', 'if a:\n    bad()\n', `if a:\n    # eslint-disable-next-line ${id}\n    bad()\n`],
  ['with tabs', 'if a:\n\tif b:\n\t\tbad()\n', `if a:\n\tif b:\n\t\t# eslint-disable-next-line ${id}\n\t\tbad()\n`],
  ['with the line ends of the file', 'a = 1\r\nbad()\r\n', `a = 1\r\n# eslint-disable-next-line ${id}\r\nbad()\r\n`],
  ['after a byte order mark', '\uFEFFx = "😀"\nbad()\n', `\uFEFFx = "😀"\n# eslint-disable-next-line ${id}\nbad()\n`],
  ['inside a call', 'f(\n    1,\n    bad(),\n)\n', `f(\n    1,\n    # eslint-disable-next-line ${id}\n    bad(),\n)\n`],
  ['above the first line of a call', 'x = bad(\n    1,\n)\n', `# eslint-disable-next-line ${id}\nx = bad(\n    1,\n)\n`],
  ['above a decorator', 'class A:\n    @bad(1)\n    def f(self): pass\n', `class A:\n    # eslint-disable-next-line ${id}\n    @bad(1)\n    def f(self): pass\n`],
  ['between decorators', '@a\n@bad(\n    1\n)\ndef f(): pass\n', `@a\n# eslint-disable-next-line ${id}\n@bad(\n    1\n)\ndef f(): pass\n`],
  ['before an elif', 'if a:\n    b()\nelif bad():\n    c()\n', `if a:\n    b()\n# eslint-disable-next-line ${id}\nelif bad():\n    c()\n`],
  ['before a method in a chain', 'x = (\n    a\n    .b(bad())\n)\n', `x = (\n    a\n    # eslint-disable-next-line ${id}\n    .b(bad())\n)\n`],
  ['below another comment', '# noqa: file\n# first\nbad()\n', `# noqa: file\n# first\n# eslint-disable-next-line ${id}\nbad()\n`],
  ['beside a trailing comment', 'bad()  # noqa: E501\n', `# eslint-disable-next-line ${id}\nbad()  # noqa: E501\n`],
  ['below a comment that ends in a backslash', '# a \\\nbad()\n', `# a \\\n# eslint-disable-next-line ${id}\nbad()\n`],
  ['between strings of one value', 'x = ("a"\n     "b" + bad())\n', `x = ("a"\n     # eslint-disable-next-line ${id}\n     "b" + bad())\n`],
  ['in the list of the comment above', '# eslint-disable-next-line taskwise/worse-call\nbad(worse())\n', `# eslint-disable-next-line taskwise/worse-call, ${id}\nbad(worse())\n`],
  ['before the reason of that list', 'if a:\n  # eslint-disable-next-line taskwise/worse-call  -- agreed -- twice\n  bad(worse())\n', `if a:\n  # eslint-disable-next-line taskwise/worse-call, ${id}  -- agreed -- twice\n  bad(worse())\n`],
  ['in a list with lines that end with a return and a line feed', '# eslint-disable-next-line taskwise/worse-call\r\nbad(worse())\r\n', `# eslint-disable-next-line taskwise/worse-call, ${id}\r\nbad(worse())\r\n`],
  ['in the list of the comment on the line', 'bad(worse())  # eslint-disable-line taskwise/worse-call -- agreed\n', `bad(worse())  # eslint-disable-line taskwise/worse-call, ${id} -- agreed\n`],
  ['behind the end of a string', 'f("""\n  a\n""", bad())\n', `f("""\n  a\n""", bad())  # eslint-disable-line ${id}\n`],
  ['behind joined lines', 'x = 1 + \\\n    bad()\n', `x = 1 + \\\n    bad()  # eslint-disable-line ${id}\n`],
  ['behind joined lines without an end', 'x = 1 + \\\r\n    bad()', `x = 1 + \\\r\n    bad()  # eslint-disable-line ${id}`],
  ['around a line in joined lines', 'if a:\n    x = 1 + \\\n        bad() + \\\n        2\n    y = 1\n', `if a:\n    # eslint-disable ${id}\n    x = 1 + \\\n        bad() + \\\n        2\n    # eslint-enable ${id}\n    y = 1\n`],
  ['around strings', 'f("""\n  a\n""", bad(), """\n  b\n""")\ng()\n', `# eslint-disable ${id}\nf("""\n  a\n""", bad(), """\n  b\n""")\n# eslint-enable ${id}\ng()\n`],
  ['around a string with a hole', 'a = 1\nx = f"""\n  {bad()}\n"""', `a = 1\n# eslint-disable ${id}\nx = f"""\n  {bad()}\n"""\n# eslint-enable ${id}\n`],
  ['around a line that ends with another comment', 'f("""\n""", bad())  # noqa: E501\ng()\n', `# eslint-disable ${id}\nf("""\n""", bad())  # noqa: E501\n# eslint-enable ${id}\ng()\n`],
]

describe('a finding is silenced by a comment', () => {
  test.each(cases)('%s', async (_, text, expected) => {
    expect(await silence(text)).toEqual({ text: expected, said: [] })
    expect(shape(expected.replace('\uFEFF', ''))).toEqual(shape(text.replace('\uFEFF', '')))
  })
})

test('another finding in another line is not', async () => {
  const { text, said } = await silence('bad()\nbad()\n')
  expect([text, said]).toEqual([`# eslint-disable-next-line ${id}\nbad()\nbad()\n`, ['3:1 taskwise/silenced Call of bad.']])
})

test('after JavaScript the comment has slashes', () => {
  const text = 'first()\n  // eslint-disable-next-line a/b -- why\n  bad(); worse()\n  worst()\n'
  const comment = { start: text.indexOf('//'), end: text.indexOf(' why') + 4 }
  const code = { text, commentSign: '//', comments: [comment], unbroken: [] } as const
  expect(disableForLine(code, text.indexOf('bad'), id)).toEqual({ span: { start: comment.end - 7, end: comment.end - 7 }, text: `, ${id}` })
  const start = text.indexOf('  worst')
  expect(disableForLine(code, text.indexOf('worst'), id)).toEqual({ span: { start, end: start }, text: `  // eslint-disable-next-line ${id}\n` })
})
