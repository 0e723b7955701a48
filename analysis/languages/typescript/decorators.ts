import type { ts } from 'ts-morph'
import type { Decorator } from '../../model/file-facts.ts'
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
