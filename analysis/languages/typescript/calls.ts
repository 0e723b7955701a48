import type { ts } from 'ts-morph'
import type { Argument } from '../../model/file-facts.ts'
import { name } from './names.ts'
import { spanOf, unknown, type ExpressionReader, type Facts, type Reader, type Scope, type Use } from './reader.ts'

type CallDraft = Facts['calls'][number]

/** A call takes its place in the list before the calls inside it: they start later, or end sooner. */
function openCall(reader: Reader, node: ts.Node, scope: Scope, use: Use): { readonly call: number; readonly draft: CallDraft } {
  const span = spanOf(reader, node)
  const draft: CallDraft = { callee: { kind: 'unknown', span }, arguments: [], function: scope.function, block: scope.block, awaited: false, use, span }
  return { call: reader.facts.calls.push(draft) - 1, draft }
}

/** `f(…)`, `f?.(…)`, `import('m')` and `new C(…)` */
export const readCall: ExpressionReader<ts.CallExpression | ts.NewExpression> = (reader, node, scope, use) => {
  const { call, draft } = openCall(reader, node, scope, use)
  const { SyntaxKind } = reader.ts
  const isImport = node.expression.kind === SyntaxKind.ImportKeyword
  draft.callee = isImport ? name('import', spanOf(reader, node.expression)) : reader.expression(node.expression, scope, 'part')
  if (node.typeArguments !== undefined) draft.typeArguments = node.typeArguments.map((type) => reader.type(type))
  for (const argument of node.arguments ?? []) draft.arguments.push(readArgument(reader, argument, scope))
  return { kind: 'call', call, span: draft.span }
}

function readArgument(reader: Reader, node: ts.Expression, scope: Scope): Argument {
  const isSpread = reader.ts.isSpreadElement(node)
  const value = reader.expression(isSpread ? node.expression : node, scope, 'part')
  return { name: null, spread: isSpread ? 'positional' : null, value, span: spanOf(reader, node) }
}

/** A tag is called with the template. */
export const readTagged: ExpressionReader<ts.TaggedTemplateExpression> = (reader, node, scope, use) => {
  const { call, draft } = openCall(reader, node, scope, use)
  draft.callee = reader.expression(node.tag, scope, 'part')
  const value = reader.expression(node.template, scope, 'part')
  draft.arguments.push({ name: null, spread: null, value, span: value.span })
  return { kind: 'call', call, span: draft.span }
}

export const readSpread: ExpressionReader<ts.SpreadElement> = (reader, node, scope) => ({
  kind: 'spread',
  value: reader.expression(node.expression, scope, 'part'),
  span: spanOf(reader, node),
})

export const readList: ExpressionReader<ts.ArrayLiteralExpression> = (reader, node, scope) => ({
  kind: 'list',
  items: node.elements.map((item) => (reader.ts.isOmittedExpression(item) ? unknown(reader, item) : reader.expression(item, scope, 'part'))),
  span: spanOf(reader, node),
})
