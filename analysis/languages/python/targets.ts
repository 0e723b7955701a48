import type { Expression } from '../../model/expression.ts'
import type { Binding } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { targetPath } from '../target-path.ts'
import { addBinding, textOf, type Reader, type Scope } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** What an assignment, a loop or an `as` gives a value to. */
export type Target =
  | { readonly kind: 'path'; readonly path: string; readonly span: Span }
  | { readonly kind: 'parts'; readonly parts: readonly Target[] }
  | { readonly kind: 'rest'; readonly target: Target }
  | { readonly kind: 'none' }

const patternTypes = new Set(['tuple_pattern', 'list_pattern', 'pattern_list', 'tuple', 'list', 'expression_list'])
const restTypes = new Set(['list_splat_pattern', 'list_splat'])
const wrapperTypes = new Set(['as_pattern_target', 'parenthesized_expression'])

/** Reads a target, with the calls in it. */
export function readTarget(reader: Reader, node: SyntaxNode, scope: Scope): Target {
  if (node.type === 'identifier') return { kind: 'path', path: textOf(reader, node), span: { start: node.start, end: node.end } }
  const [first] = node.children
  if (first !== undefined && isWrapper(reader, node, first)) return readTarget(reader, first, scope)
  if (patternTypes.has(node.type)) return { kind: 'parts', parts: node.children.map((child) => readTarget(reader, child, scope)) }
  if (restTypes.has(node.type) && first !== undefined) return { kind: 'rest', target: readTarget(reader, first, scope) }
  const path = targetPath(reader.expression(node, scope, 'part'))
  return path === null ? { kind: 'none' } : { kind: 'path', path, span: { start: node.start, end: node.end } }
}

/** The grammar takes `(a) = …` for a tuple of one, which only a comma would make it. */
function isWrapper(reader: Reader, node: SyntaxNode, only: SyntaxNode): boolean {
  if (wrapperTypes.has(node.type)) return true
  return node.type === 'tuple_pattern' && node.children.length === 1 && !reader.text.slice(only.end, node.end).includes(',')
}

/** The plain names in a target, in the order of the text. */
export function targetNames(target: Target): string[] {
  switch (target.kind) {
    case 'path':
      return /[.[]/.test(target.path) ? [] : [target.path]
    case 'parts':
      return target.parts.flatMap(targetNames)
    case 'rest':
      return targetNames(target.target)
    case 'none':
      return []
  }
}

/** What a target is given. */
export type Source = Pick<Binding, 'via' | 'value' | 'type' | 'span'>

/** Adds a binding for every path in the target. */
export function bindTarget(reader: Reader, scope: Scope, target: Target, source: Source): void {
  bindPart(reader, scope, target, source, null)
}

function bindPart(reader: Reader, scope: Scope, target: Target, source: Source, position: number | null): void {
  const { via, value, type, span } = source
  switch (target.kind) {
    case 'path':
      addBinding(reader, scope, { target: target.path, targetSpan: target.span, via, position, value, type, span })
      break
    case 'rest':
      bindPart(reader, scope, target.target, { via: 'unpacked', value, type, span }, null)
      break
    case 'parts':
      bindParts(reader, scope, target.parts, { via: 'unpacked', value: wholeOf(source, position), type, span })
      break
    case 'none':
  }
}

function bindParts(reader: Reader, scope: Scope, parts: readonly Target[], source: Source): void {
  let isCounted = true
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'rest') isCounted = false
    bindPart(reader, scope, part, source, isCounted ? index : null)
  }
}

/** The value that is taken apart; `null` where no expression says it, such as one element of a loop's iterable. */
function wholeOf({ via, value }: Source, position: number | null): Expression | null {
  if (via === 'assign') return value
  if (via !== 'unpacked' || position === null || (value?.kind !== 'tuple' && value?.kind !== 'list')) return null
  const upTo = value.items.slice(0, position + 1)
  return upTo.some((item) => item.kind === 'spread') ? null : (upTo[position] ?? null)
}
