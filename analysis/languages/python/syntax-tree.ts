import type { TreeCursor } from 'web-tree-sitter'
import type { Span } from '../../model/source.ts'
import { fieldNames, nodeKinds, parsePython } from './grammar.ts'

/** A node of the syntax tree as plain data. Punctuation is left out, comments stand apart. */
export interface SyntaxNode {
  /** The grammar's name for it; `ERROR` where the text could not be understood. */
  readonly type: string
  /** Its role in the parent. */
  readonly field: string | null
  /** UTF-16 offset. */
  readonly start: number
  /** UTF-16 offset. */
  readonly end: number
  readonly children: readonly SyntaxNode[]
}

export interface SyntaxTree {
  readonly root: SyntaxNode
  /** In the order of the text. */
  readonly comments: readonly SyntaxNode[]
  /** Errors, and what is nested too deep to be worth reading. In the order of the text. */
  readonly unreadable: readonly Span[]
}

/** Deeper nodes are not read, so that every walk over a tree may recurse. Python itself gives up at a hundred nested blocks. */
const maximumDepth = 400

const noChildren: readonly SyntaxNode[] = []

type Treatment = 'whole' | 'leaf' | 'string' | 'comment' | 'dropped' | 'operator'

const leafTypes = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'ellipsis',
  'dotted_name',
  'relative_import',
  'wildcard_import',
  'pass_statement',
  'break_statement',
  'continue_statement',
  'positional_separator',
  'keyword_separator',
  'string_content',
  'type_conversion',
])
const droppedTypes = new Set(['string_start', 'string_end', 'line_continuation', 'escape_sequence'])

/** Nodes whose anonymous children are their operators. */
const operatorOwners = new Set(['binary_operator', 'boolean_operator', 'comparison_operator', 'unary_operator', 'augmented_assignment'])

const treatments: readonly Treatment[] = nodeKinds.map(({ name, isNamed }) => {
  if (!isNamed) return name === 'async' ? 'leaf' : 'operator'
  if (name === 'comment') return 'comment'
  if (name === 'string') return 'string'
  if (leafTypes.has(name)) return 'leaf'
  return droppedTypes.has(name) ? 'dropped' : 'whole'
})

/** Reads a whole text; never throws on wrong syntax. */
export function readSyntaxTree(text: string): SyntaxTree {
  const tree = parsePython(text)
  if (tree === null) return unreadTree(text)
  const cursor = tree.walk()
  try {
    const walk: Walk = { text, cursor, hasErrors: tree.rootNode.hasError, comments: [], unreadable: [] }
    return { root: readNode(walk, cursor.nodeTypeId, 0), comments: walk.comments, unreadable: walk.unreadable }
  } finally {
    cursor.delete()
    tree.delete()
  }
}

function unreadTree(text: string): SyntaxTree {
  const span = { start: 0, end: text.length }
  return { root: { type: 'module', field: null, ...span, children: noChildren }, comments: [], unreadable: [span] }
}

interface Walk {
  readonly text: string
  readonly cursor: TreeCursor
  /** Where there are none, nodes whose text says everything need no look inside. */
  readonly hasErrors: boolean
  readonly comments: SyntaxNode[]
  readonly unreadable: Span[]
}

/** The node under the cursor; the cursor stays on it. */
function readNode(walk: Walk, kind: number, depth: number): SyntaxNode {
  const { cursor } = walk
  const start = cursor.startIndex
  const end = cursor.endIndex
  const field = fieldNames[cursor.currentFieldId] ?? null
  const type = nodeKinds[kind]?.name ?? 'ERROR'
  if (type === 'ERROR') noteUnreadable(walk, { start, end })
  if (depth < maximumDepth) return { type, field, start, end, children: readChildren(walk, kind, start, depth + 1) }
  noteUnreadable(walk, { start, end })
  return { type: 'ERROR', field, start, end, children: noChildren }
}

function readChildren(walk: Walk, kind: number, start: number, depth: number): readonly SyntaxNode[] {
  const { cursor } = walk
  if (isLeaf(walk, kind, start) || !cursor.gotoFirstChild()) return noChildren
  const children: SyntaxNode[] = []
  const ownsOperators = operatorOwners.has(nodeKinds[kind]?.name ?? '')
  do {
    const child = cursor.nodeTypeId
    if (walk.hasErrors && isMissing(cursor)) noteUnreadable(walk, { start: cursor.startIndex, end: cursor.endIndex })
    else if (treatments[child] === 'comment') walk.comments.push(readNode(walk, child, depth))
    else if (isKept(treatments[child], ownsOperators)) children.push(readNode(walk, child, depth))
  } while (cursor.gotoNextSibling())
  cursor.gotoParent()
  return children.length === 0 ? noChildren : children
}

function isKept(treatment: Treatment | undefined, ownsOperators: boolean): boolean {
  return treatment === 'operator' ? ownsOperators : treatment !== 'dropped'
}

function isLeaf({ text, hasErrors }: Walk, kind: number, start: number): boolean {
  const treatment = treatments[kind] ?? 'whole'
  if (treatment === 'comment') return true
  return !hasErrors && (treatment === 'leaf' || treatment === 'operator' || (treatment === 'string' && !hasHoles(text, start)))
}

/** Strings with an `f` or a `t` before the quote hold expressions. */
function hasHoles(text: string, start: number): boolean {
  return /^[rRbB]?[fFtT]/.test(text.slice(start, start + 2))
}

function isMissing(cursor: TreeCursor): boolean {
  return cursor.startIndex === cursor.endIndex && cursor.nodeIsMissing
}

/** Spans come in the order of their start, so that only the last one can contain the next. */
function noteUnreadable(walk: Walk, span: Span): void {
  const last = walk.unreadable.at(-1)
  if (last === undefined || span.end > last.end || (span.start === span.end && span.start > last.end)) walk.unreadable.push(span)
}
