import type { TreeCursor } from 'web-tree-sitter'
import type { Span } from '../../model/source.ts'
import { fieldNames, parsePython } from './grammar.ts'
import { treatmentOf, type Treatment } from './node-treatment.ts'

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
  /** Errors, and what is nested too deep to be worth reading. In the order of the text, none inside another. */
  readonly unreadable: readonly Span[]
}

/** Deeper nodes are not read, so that every walk over a tree may recurse. Python itself gives up at a hundred nested blocks. */
const maximumDepth = 400

const noChildren: readonly SyntaxNode[] = []

/** The text that was read last, whose tree a linter and the review it runs both ask for. */
let latest: { readonly text: string; readonly tree: WeakRef<SyntaxTree> } | null = null

/** Reads a whole text; never throws on wrong syntax. */
export function readSyntaxTree(text: string): SyntaxTree {
  const known = latest?.text === text ? latest.tree.deref() : undefined
  if (known !== undefined) return known
  const tree = parseTree(text)
  latest = { text, tree: new WeakRef(tree) }
  return tree
}

function parseTree(text: string): SyntaxTree {
  const tree = parsePython(text)
  if (tree === null) return unreadTree(text)
  const cursor = tree.walk()
  try {
    const walk: Walk = { text, cursor, hasErrors: tree.rootNode.hasError, comments: [], unreadable: [] }
    return { root: readNode(walk, treatmentOf(cursor.nodeTypeId), null, 0), comments: walk.comments, unreadable: walk.unreadable }
  } finally {
    cursor.delete()
    tree.delete()
  }
}

function unreadTree(text: string): SyntaxTree {
  const span = { start: 0, end: text.length }
  return { root: { type: 'module', field: null, ...span, children: noChildren }, comments: [], unreadable: [span] }
}

/** Crossing into the parser is what costs time here: a node is asked for nothing that its kind already tells. */
interface Walk {
  readonly text: string
  readonly cursor: TreeCursor
  /** Where there are none, nodes whose text says everything need no look inside. */
  readonly hasErrors: boolean
  readonly comments: SyntaxNode[]
  readonly unreadable: Span[]
}

/** The node under the cursor; the cursor stays on it. */
function readNode(walk: Walk, treatment: Treatment, owner: Treatment | null, depth: number): SyntaxNode {
  const { cursor } = walk
  const start = cursor.startIndex
  const end = cursor.endIndex
  const field = owner?.hasFields === true ? (fieldNames[cursor.currentFieldId] ?? null) : null
  if (depth > maximumDepth) {
    noteUnreadable(walk, { start, end })
    return { type: 'ERROR', field, start, end, children: noChildren }
  }
  // The grammar lacks the defaults of type parameters; nothing in there is of interest.
  if (treatment.type === 'ERROR' && owner?.type !== 'type_parameter') noteUnreadable(walk, { start, end })
  return { type: treatment.type, field, start, end, children: readChildren(walk, treatment, start, depth + 1) }
}

function readChildren(walk: Walk, owner: Treatment, start: number, depth: number): readonly SyntaxNode[] {
  const { cursor } = walk
  if (isText(walk, owner, start) || !cursor.gotoFirstChild()) return noChildren
  const children: SyntaxNode[] = []
  do {
    const treatment = treatmentOf(cursor.nodeTypeId)
    if (walk.hasErrors && isMissing(cursor)) noteUnreadable(walk, { start: cursor.startIndex, end: cursor.endIndex })
    else if (treatment.form === 'comment') walk.comments.push(readComment(walk, treatment, depth))
    else if (treatment.form === 'operator' ? owner.hasOperators : treatment.form !== 'dropped') children.push(readNode(walk, treatment, owner, depth))
  } while (cursor.gotoNextSibling())
  cursor.gotoParent()
  return children.length === 0 ? noChildren : children
}

/** The grammar counts the return of a line's end among the comment. */
function readComment(walk: Walk, treatment: Treatment, depth: number): SyntaxNode {
  const comment = readNode(walk, treatment, null, depth)
  return walk.text.charAt(comment.end - 1) === '\r' ? { ...comment, end: comment.end - 1 } : comment
}

function isText({ text, hasErrors }: Walk, { form }: Treatment, start: number): boolean {
  if (form === 'whole' || form === 'dropped') return false
  return form === 'comment' || (!hasErrors && (form !== 'string' || !hasHoles(text, start)))
}

/** Strings with an `f` or a `t` before the quote hold expressions. */
function hasHoles(text: string, start: number): boolean {
  const first = text.charAt(start)
  return first !== '"' && first !== "'" && /[fFtT]/.test(first + text.charAt(start + 1))
}

function isMissing(cursor: TreeCursor): boolean {
  return cursor.startIndex === cursor.endIndex && cursor.nodeIsMissing
}

/** Spans come in the order of their start, so that only the last one can contain the next. */
function noteUnreadable({ unreadable }: Walk, span: Span): void {
  const last = unreadable.at(-1)
  if (last === undefined || span.start > last.end || (span.end > last.end && span.start >= last.end)) unreadable.push(span)
}
