import type { AnyNode } from './markdown.ts'
import type { Block, Link, Source } from './reference.ts'

/** The text that a reader sees of a node; code blocks only where they are asked for. */
export function plainText(node: AnyNode | undefined, code: 'with code blocks' | 'without code blocks' = 'with code blocks'): string {
  if (node === undefined || (node.type === 'code' && code === 'without code blocks')) return ''
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const isBlock = node.type === 'list' || node.type === 'table' || node.type === 'tableRow' || node.type === 'blockquote'
  return node.children.map((child) => plainText(child, code)).join(isBlock ? '\n' : '')
}

/** Every code block in a node. */
export function blocksIn(node: AnyNode): readonly Block[] {
  return collect(node, (each) => {
    if (each.type !== 'code') return null
    const info = [each.lang, each.meta].filter((word) => typeof word === 'string').join(' ')
    return { info, text: `${each.value}\n`, line: lineOf(each) }
  })
}

/** Every link in the prose of a node; those in footnotes are sources and not counted. */
export function linksIn(node: AnyNode): readonly Link[] {
  return node.type === 'footnoteDefinition' ? [] : collect(node, (each) => (each.type === 'link' ? { url: each.url, line: lineOf(each) } : null))
}

/** The labels of the footnotes that a node refers to. */
export function footnoteLabelsIn(node: AnyNode): readonly string[] {
  return collect(node, (each) => (each.type === 'footnoteReference' ? each.identifier : null))
}

/** The footnotes that a node defines. */
export function sourcesIn(node: AnyNode): readonly Source[] {
  if (node.type !== 'footnoteDefinition') return []
  const urls = collect(node, (each) => (each.type === 'link' ? each.url : null))
  return [{ label: node.identifier, urls, codes: collect(node, (each) => (each.type === 'inlineCode' ? each.value : null)) }]
}

function collect<T>(node: AnyNode, pick: (node: AnyNode) => T | null): readonly T[] {
  const picked = pick(node)
  const below = 'children' in node ? node.children.flatMap((child) => collect(child, pick)) : []
  return picked === null ? below : [picked, ...below]
}

/** The line where a node starts. */
export function lineOf(node: AnyNode | undefined): number {
  return node?.position?.start.line ?? 1
}

/** Where a node stands in its text. */
export function rangeOf(node: AnyNode): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
