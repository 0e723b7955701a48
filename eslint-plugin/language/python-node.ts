import type { SourceLocation } from '@eslint/plugin-kit'
import { fieldNames, nodeKinds } from '../../analysis/languages/python/grammar.ts'
import type { SyntaxNode } from '../../analysis/languages/python/syntax-tree.ts'
import type { Span } from '../../analysis/model/source.ts'
import type { SourceText } from './source-text.ts'


/**
 * A node as ESLint and its selectors see it. Children and positions are worked out when they are asked for. Besides what is
 * listed here, every role of the grammar that a child can have (`function`, `body`, …) is a property with that child, or with
 * an array of all children in this role. The role `type` is left out, because that is the node's own type.
 */
export class PythonNode implements Span {
  /** The name that tree-sitter's grammar of Python gives to nodes of this kind; the root is a `module`. */
  readonly type: string
  /** Its role in the parent. */
  readonly field: string | null
  /** UTF-16 offset. */
  readonly start: number
  /** UTF-16 offset. */
  readonly end: number
  /** `null` for the root and for comments. */
  readonly parent: PythonNode | null
  readonly #syntax: SyntaxNode
  readonly #source: SourceText
  #children: readonly PythonNode[] | undefined

  constructor(syntax: SyntaxNode, parent: PythonNode | null, source: SourceText) {
    this.type = syntax.type
    this.field = syntax.field
    this.start = syntax.start
    this.end = syntax.end
    this.parent = parent
    this.#syntax = syntax
    this.#source = source
  }

  /** In the order of the text, without punctuation and comments. */
  get children(): readonly PythonNode[] {
    this.#children ??= this.#syntax.children.map((child) => new PythonNode(child, this, this.#source))
    return this.#children
  }

  get range(): [number, number] {
    return [this.start, this.end]
  }

  /** Lines start at 1, columns at 0. */
  get loc(): SourceLocation {
    return { start: this.#position(this.start), end: this.#position(this.end) }
  }

  get text(): string {
    return this.#source.text.slice(this.start, this.end)
  }

  #position(offset: number): SourceLocation['start'] {
    const { line, column } = this.#source.lines.position(offset)
    return { line, column: column - 1 }
  }
}

for (const name of fieldNames) {
  if (name === null || name in PythonNode.prototype || name === 'type') continue
  Object.defineProperty(PythonNode.prototype, name, {
    get(this: PythonNode) {
      const held = this.children.filter(({ field }) => field === name)
      return held.length > 1 ? held : held[0]
    },
  })
}

const errorKind = 'ERROR'

/** Where selectors look for the children of a node, by its type. */
export const visitorKeys: Readonly<Record<string, string[]>> = Object.fromEntries([...nodeKinds.map(({ name }) => name), errorKind].map((type) => [type, ['children']]))
