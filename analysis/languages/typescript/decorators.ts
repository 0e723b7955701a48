import type { ts } from 'ts-morph'
import type { Decorator } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { spanOf, type Reader, type Scope } from './reader.ts'

/** The decorators among a declaration's modifiers; they run in the scope around it. */
export function readDecorators(reader: Reader, node: ts.HasDecorators, scope: Scope): Decorator[] {
  const decorators: Decorator[] = []
  for (const modifier of node.modifiers ?? []) {
    if (!reader.ts.isDecorator(modifier)) continue
    const span = spanOf(reader, modifier)
    decorators.push({ expression: reader.expression(modifier.expression, scope, 'part'), span })
  }
  return decorators
}

/** A declaration without the decorators before it. */
export function undecoratedSpan(reader: Reader, node: ts.Node, decorators: readonly Decorator[]): Span {
  const last = decorators.at(-1)
  return last === undefined ? spanOf(reader, node) : { start: afterSpace(reader.text, last.span.end), end: node.end }
}

/** The first offset from `at` on that is neither in space nor in a comment. */
export function afterSpace(text: string, at: number): number {
  const space = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/y
  space.lastIndex = at
  space.test(text)
  return space.lastIndex
}
