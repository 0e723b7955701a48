import { describe, expect, test } from 'vitest'
import type { PythonNode } from '../../../eslint-plugin/language/python-node.ts'
import type { PythonSourceCode } from '../../../eslint-plugin/language/python-source-code.ts'
import { lint, type PythonRule } from './linting.ts'

/** A rule that notes what its selectors match. */
function noting(selectors: readonly string[], notes: string[]): PythonRule {
  return {
    meta: { schema: [] },
    create: () => Object.fromEntries(selectors.map((selector) => [selector, (node: PythonNode) => void notes.push(`${selector} ${node.text}`)])),
  }
}

/** What every selector matches in a text, in the order of the visit. */
async function matches(code: string, ...selectors: string[]): Promise<string[]> {
  const notes: string[] = []
  await lint(code, { rules: { noting: noting(selectors, notes) } })
  return notes
}

const code = `import os
@task(name="a")
def send(user, *args):
    if user:
        mail.send(user, now=True)
    elif args: pass
    else: return [1, 2]
`

describe('a selector', () => {
  test.each([
    ['identifier.object', ['mail']],
    ['call > attribute', ['mail.send']],
    ['function_definition call > .arguments', ['(user, now=True)']],
    ['decorated_definition > decorator', ['@task(name="a")']],
    ['keyword_argument[name.text="now"]', ['now=True']],
    ['[type="if_statement"] > block', ['mail.send(user, now=True)']],
    ['.alternative', ['elif args: pass', 'else: return [1, 2]']],
    ['if_statement > [field="condition"]', ['user']],
    ['list > :first-child', ['1']],
    ['list > :last-child', ['2']],
    ['integer + integer', ['2']],
    ['elif_clause ~ else_clause', ['else: return [1, 2]']],
    ['block:has(> return_statement)', ['return [1, 2]']],
    ['call:not(:has(keyword_argument[name.text="now"]))', ['task(name="a")']],
    ['module > :matches(import_statement, class_definition)', ['import os']],
    ['parameters > *', ['user', '*args']],
    ['expression_statement > call[function.attribute.text=/^se/]', ['mail.send(user, now=True)']],
  ])('%s', async (selector, expected) => {
    expect(await matches(code, selector)).toEqual(expected.map((text) => `${selector} ${text}`))
  })

  test('enters a node before what is in it and leaves it afterwards', async () => {
    expect(await matches('f(g(1))\n', 'call', 'call:exit', 'integer', 'module:exit')).toEqual([
      'call f(g(1))',
      'call g(1)',
      'integer 1',
      'call:exit g(1)',
      'call:exit f(g(1))',
      'module:exit f(g(1))\n',
    ])
  })

  test('that is wrong is refused in the words of ESLint', async () => {
    await expect(matches(code, 'call >')).rejects.toThrow('Syntax error in selector "call >"')
  })
})

describe('a node', () => {
  /** What is read from the first node of a type. */
  async function readFrom<T>(text: string, type: string, read: (node: PythonNode, code: PythonSourceCode) => T): Promise<T[]> {
    const found: T[] = []
    const rule: PythonRule = { meta: { schema: [] }, create: ({ sourceCode }) => ({ [type]: (node: PythonNode) => void found.push(read(node, sourceCode)) }) }
    await lint(text, { rules: { reading: rule } })
    return found
  }

  test('has its place, its text and its neighbours', async () => {
    const text = 'x = "😀"\r\nsend(x)\r\n'
    const [seen] = await readFrom(text, 'argument_list', (node) => node)
    expect(seen).toMatchObject({ range: [14, 17], text: '(x)', loc: { start: { line: 2, column: 4 }, end: { line: 2, column: 7 } } })
    expect(seen?.children.map(({ text: part }) => part)).toEqual(['x'])
    expect(seen?.parent?.type).toBe('call')
  })

  test('is found through the source code', async () => {
    const [seen] = await readFrom('f(1)  # a\r\ng(2)\r\n', 'integer', (node, code) => [
      code.getText(node),
      code.getText(node, 1, 1),
      code.getParent(node)?.type,
      code.getAncestors(node).map(({ type }) => type),
      code.getLoc(node),
      code.getRange(node),
      code.lines,
      code.comments.map((comment) => code.getText(comment)),
      code.getText(),
    ])
    const loc = { start: { line: 1, column: 2 }, end: { line: 1, column: 3 } }
    const ancestors = ['module', 'expression_statement', 'call', 'argument_list']
    expect(seen).toEqual(['1', '(1)', 'argument_list', ancestors, loc, [2, 3], ['f(1)  # a', 'g(2)', ''], ['# a'], 'f(1)  # a\r\ng(2)\r\n'])
  })

  test('of the whole file goes from its start to its end', async () => {
    expect(await readFrom('\n\n  f()\n\n', 'module', ({ range, loc }) => [range, loc])).toEqual([[[0, 9], { start: { line: 1, column: 0 }, end: { line: 5, column: 0 } }]])
  })

  test.each([['\n'], ['\r\n'], ['\r']])('is at the same position by offset and by line with %j', async (end) => {
    const text = ['x = "😀"', '', 'f(x)', ''].join(end)
    const [pairs] = await readFrom(text, 'module', (_, code) =>
      Array.from({ length: text.length + 1 }, (_unused, offset) => [offset, code.getIndexFromLoc(code.getLocFromIndex(offset))]),
    )
    expect(pairs?.every(([offset, again]) => offset === again)).toBe(true)
    expect(pairs?.length).toBe(text.length + 1)
  })
})
