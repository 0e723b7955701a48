import { childAt } from './nodes.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** The roles in which a node's first operand stands. */
const leadingFields = ['function', 'object', 'value', 'left']
const starTypes = new Set(['list_splat', 'list_splat_pattern'])
const star = '*'.charCodeAt(0)

/**
 * Outside of argument lists the grammar binds a star closer than what follows it: `*a.b()` comes as a call of `*a.b`.
 * Gives the node that the star is really before, without the star; `null` where there is no such star.
 */
export function withoutLeadingStar(text: string, node: SyntaxNode): SyntaxNode | null {
  return text.charCodeAt(node.start) === star ? unstarred(node) : null
}

function unstarred(node: SyntaxNode): SyntaxNode | null {
  for (const field of leadingFields) {
    const leading = childAt(node, field)
    if (leading === null || leading.start !== node.start) continue
    const bare = starTypes.has(leading.type) ? leading.children[0] : unstarred(leading)
    if (bare === null || bare === undefined) return null
    const replaced = { ...bare, field }
    return { ...node, start: bare.start, children: node.children.map((child) => (child === leading ? replaced : child)) }
  }
  return null
}
