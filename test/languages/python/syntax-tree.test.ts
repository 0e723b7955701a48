import { describe, expect, test } from 'vitest'
import { readSyntaxTree, type SyntaxNode } from '../../../analysis/languages/python/syntax-tree.ts'

/** Types with roles and children, as in `call(function:identifier arguments:argument_list)`. */
function outline(node: SyntaxNode): string {
  const own = node.field === null ? node.type : `${node.field}:${node.type}`
  return node.children.length === 0 ? own : `${own}(${node.children.map(outline).join(' ')})`
}

describe('the plain tree', () => {
  test.each([
    ['f(a, b=1)', 'module(expression_statement(call(function:identifier arguments:argument_list(identifier keyword_argument(name:identifier value:integer)))))'],
    ['a not in b', 'module(expression_statement(comparison_operator(identifier operators:not in identifier)))'],
    ['a.b', 'module(expression_statement(attribute(object:identifier attribute:identifier)))'],
    ["'a' f'b{c}d'", 'module(expression_statement(concatenated_string(string string(string_content interpolation(expression:identifier) string_content))))'],
    ['async def f(): pass', 'module(function_definition(async name:identifier parameters:parameters body:block(pass_statement)))'],
    ['import a.b', 'module(import_statement(name:dotted_name))'],
  ])('%s', (code, expected) => {
    const tree = readSyntaxTree(`${code}\n`)
    expect(outline(tree.root)).toBe(expected)
    expect(tree.unreadable).toEqual([])
  })

  test('nodes know their place', () => {
    const code = 'x = "😀"; send(x)\n'
    const [, statement] = readSyntaxTree(code).root.children
    expect(statement && code.slice(statement.start, statement.end)).toBe('send(x)')
  })

  test('comments stand apart, wherever they are', () => {
    const code = '# a\nf(  # b\n    x,\n    # c\n)\n# d'
    const tree = readSyntaxTree(code)
    expect(tree.comments.map(({ start, end }) => code.slice(start, end))).toEqual(['# a', '# b', '# c', '# d'])
    expect(outline(tree.root)).not.toContain('comment')
  })

  test('a comment ends before its line does', () => {
    const code = 'a()  # b\r\n# c\rd()  # e\r\n'
    const tree = readSyntaxTree(code)
    expect(tree.comments.map(({ start, end }) => code.slice(start, end))).toEqual(['# b', '# c', '# e'])
  })

  test('what is missing is unreadable where it should stand', () => {
    const code = 'def f(:\n    pass\n'
    const tree = readSyntaxTree(code)
    expect(tree.unreadable.length).toBe(1)
    expect(outline(tree.root)).toContain('function_definition')
  })

  test('a text without errors has the same outline as beside one', () => {
    const code = 'x = {"a": [*b, f"{c}"], **d}\ny = not -1 if e else lambda: f(g=h)\n'
    const alone = readSyntaxTree(code).root.children.map(outline)
    const beside = readSyntaxTree(`${code}z = ?\n`).root.children.map(outline)
    expect(beside.slice(0, alone.length).map((line) => line.replaceAll(/string\(string_content\)/g, 'string'))).toEqual(alone)
  })
})
