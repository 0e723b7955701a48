import type { Expression } from '../../model/expression.ts'
import type { Parameter } from '../../model/file-facts.ts'
import { childAt, spanOf } from './nodes.ts'
import { textOf, type Reader, type Scope } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'

type Kind = Parameter['kind']

/** Parameters of a function or lambda. Types and defaults are read in the scope around it. */
export function readParameters(reader: Reader, list: SyntaxNode | null, scope: Scope): Parameter[] {
  const parameters: Parameter[] = []
  let kind: Kind = 'positional'
  let positionalOnly = 0
  for (const node of list?.children ?? []) {
    const parameter = readParameter(reader, node, scope, kind)
    if (parameter !== null) parameters.push(parameter)
    if (node.type === 'positional_separator') positionalOnly = parameters.length
    if (node.type === 'keyword_separator' || parameter?.kind === 'variadic') kind = 'keyword-only'
  }
  return parameters.map((parameter, index) => (index < positionalOnly ? { ...parameter, kind: 'positional-only' } : parameter))
}

function readParameter(reader: Reader, node: SyntaxNode, scope: Scope, kind: Kind): Parameter | null {
  const named = nameIn(node)
  if (named === null) return null
  const readPart = (field: string): Expression | null => {
    const part = childAt(node, field)
    return part === null ? null : reader.expression(part, scope, 'part')
  }
  const type = readPart('type')
  const variadic = variadicKinds[named.type]
  return { name: textOf(reader, nameOf(named)), kind: variadic ?? kind, type, default: readPart('value'), span: spanOf(node) }
}

const variadicKinds: Readonly<Record<string, Kind>> = {
  list_splat_pattern: 'variadic',
  dictionary_splat_pattern: 'keyword-variadic',
}

/** The identifier, or the pattern with stars. */
function nameIn(node: SyntaxNode): SyntaxNode | null {
  if (node.type === 'identifier' || node.type in variadicKinds) return node
  if (!/^(typed_|default_|typed_default_)parameter$/.test(node.type)) return null
  const [first] = node.children
  return first === undefined ? null : nameIn(first)
}

function nameOf(named: SyntaxNode): SyntaxNode {
  return named.type === 'identifier' ? named : (named.children[0] ?? named)
}
