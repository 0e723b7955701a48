import type { Expression } from '../../model/expression.ts'
import type { Span } from '../../model/source.ts'
import { childAt, spanOf } from './nodes.ts'
import { readInside, unknown, type ExpressionReader, type Reader, type Scope } from './reader.ts'
import { decodeText } from './string-text.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** A string as its texts and the expressions between them. */
interface Pieces {
  readonly texts: readonly string[]
  readonly holes: readonly Expression[]
}

/** Letters before the quotes, and where the text between the quotes lies. */
interface Frame {
  readonly prefix: string
  readonly inner: Span
}

/** Two letters and three quotes. */
const longestOpening = 5

/** Bytes and template strings are no text, so that they stay unknown, as do strings with named characters. */
export const readString: ExpressionReader = (reader, node, scope) => expressionOf(readPieces(reader, node, scope), node)

/** Adjacent strings are one. */
export const readAdjacentStrings: ExpressionReader = (reader, node, scope) => {
  const all = node.children.map((child) => readPieces(reader, child, scope))
  return expressionOf(all.reduce(joined, { texts: [''], holes: [] }), node)
}

/** The text of a string, or of adjacent ones; `null` for any other node, and for strings with holes. */
export function readPlainText(reader: Reader, node: SyntaxNode): string | null {
  if (node.type === 'concatenated_string') {
    const texts = node.children.map((child) => readPlainText(reader, child))
    return texts.includes(null) ? null : texts.join('')
  }
  const frame = node.type === 'string' ? frameOf(reader, node) : null
  if (frame === null || /[bft]/i.test(frame.prefix)) return null
  return decodeAround(reader, frame, [])?.join('') ?? null
}

function expressionOf(pieces: Pieces | null, node: SyntaxNode): Expression {
  if (pieces === null) return unknown(node)
  if (pieces.holes.length === 0) return { kind: 'literal', value: pieces.texts.join(''), span: spanOf(node) }
  return { kind: 'template', texts: pieces.texts, holes: pieces.holes, span: spanOf(node) }
}

function joined(left: Pieces | null, right: Pieces | null): Pieces | null {
  if (left === null || right === null) return null
  const seam = (left.texts.at(-1) ?? '') + (right.texts[0] ?? '')
  return { texts: [...left.texts.slice(0, -1), seam, ...right.texts.slice(1)], holes: [...left.holes, ...right.holes] }
}

function readPieces(reader: Reader, node: SyntaxNode, scope: Scope): Pieces | null {
  const frame = frameOf(reader, node)
  if (frame === null || /[bt]/i.test(frame.prefix)) {
    readInside(reader, node, scope)
    return null
  }
  const holes = node.children.filter((child) => child.type === 'interpolation')
  const values = holes.map((hole) => readHole(reader, hole, scope))
  const texts = decodeAround(reader, frame, holes)
  return texts === null ? null : { texts, holes: values }
}

function frameOf(reader: Reader, node: SyntaxNode): Frame | null {
  const match = /^([A-Za-z]*)('''|"""|'|")/.exec(reader.text.slice(node.start, node.start + longestOpening))
  if (match === null) return null
  const [opening, prefix = '', quote = ''] = match
  const inner = { start: node.start + opening.length, end: node.end - quote.length }
  return inner.start <= inner.end ? { prefix, inner } : null
}

/** The value in a hole; what its format says is read, but not kept. */
function readHole(reader: Reader, hole: SyntaxNode, scope: Scope): Expression {
  const value = childAt(hole, 'expression')
  const read = value === null ? unknown(hole) : reader.expression(value, scope, 'part')
  for (const child of hole.children) if (child !== value) readInside(reader, child, scope)
  return read
}

/** The texts before, between and after the holes; `null` where one of them cannot be told. */
function decodeAround(reader: Reader, { prefix, inner }: Frame, holes: readonly SyntaxNode[]): string[] | null {
  const form = { isRaw: /r/i.test(prefix), isTemplate: /f/i.test(prefix) }
  const texts: string[] = []
  for (let index = 0; index <= holes.length; index++) {
    const text = decodeText(reader.text.slice(holes[index - 1]?.end ?? inner.start, holes[index]?.start ?? inner.end), form)
    if (text === null) return null
    texts.push(text + selfName(reader, holes[index]))
  }
  return texts
}

/** `{total=}` also writes `total=`. */
function selfName(reader: Reader, hole: SyntaxNode | undefined): string {
  const value = hole === undefined ? null : childAt(hole, 'expression')
  if (hole === undefined || value === null) return ''
  const [sign] = /^\s*=\s*/.exec(reader.text.slice(value.end, hole.end)) ?? []
  return sign === undefined ? '' : reader.text.slice(hole.start + 1, value.end) + sign
}
