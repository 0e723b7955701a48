import type { FunctionFacts } from '../../model/file-facts.ts'
import { enclosingFunction, type Draft, type Reader, type Scope } from './reader.ts'

/** Adds a function with nothing inside yet, written at `scope`, and returns its index. */
export function openFunction(reader: Reader, scope: Scope, own: Pick<FunctionFacts, 'kind' | 'name' | 'class' | 'span' | 'nameSpan'>): number {
  const around = enclosingFunction(reader, scope)
  const facts = emptyFunction(own)
  facts.parent = around.function
  facts.block = around.block
  return reader.facts.functions.push(facts) - 1
}

/** A function that is written nowhere: the module body, until it gets a place. */
export function emptyFunction(own: Pick<FunctionFacts, 'kind' | 'name' | 'class' | 'span' | 'nameSpan'>): Draft<FunctionFacts> {
  return {
    name: own.name,
    kind: own.kind,
    parent: null,
    class: own.class,
    block: null,
    parameters: [],
    decorators: [],
    returnType: null,
    isAsync: false,
    isGenerator: false,
    bindings: [],
    exits: [],
    documentation: null,
    span: own.span,
    nameSpan: own.nameSpan,
  }
}
