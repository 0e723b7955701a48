import type { Expression } from '../../model/expression.ts'
import type { Block } from '../../model/file-facts.ts'
import { instanceOf } from './infer-instances.ts'
import type { Inference } from './inference.ts'
import { blocksAround, innermostBlock, type Site } from '../facts/site.ts'
import { unknownType, type Type } from './type.ts'

/** What a name holds where `isinstance(name, Order)` is the condition of a branch around the site. Unknown: no such branch. */
export function narrowed(types: Inference, name: string, site: Site): Type {
  for (const block of blocksAround(site.file, innermostBlock(site))) {
    const tested = testedClass(block, name, site)
    if (tested === null) continue
    return isReboundIn(block, name, site) ? unknownType : instanceOf(types, types.typeOf(tested, { file: site.file, function: block.function, at: tested.span.start }))
  }
  return unknownType
}

/** The class in the test that, alone or with others by `and`, decides that the branch runs: `isinstance(x, C)`, `x instanceof C`. */
function testedClass({ form, subject }: Block, name: string, site: Site): Expression | null {
  if (form !== 'then' || subject === null || site.at < subject.span.end) return null
  const parts = subject.kind === 'operation' && /^(and|&&)$/.test(subject.operator) ? subject.operands : [subject]
  for (const part of parts) {
    const [value, tested] = comparedIn(part, site)
    if (value?.kind === 'name' && value.name === name && tested !== undefined) return tested
  }
  return null
}

function comparedIn(part: Expression, { file }: Site): readonly Expression[] {
  if (part.kind === 'operation') return part.operator === 'instanceof' ? part.operands : []
  const call = part.kind === 'call' ? file.calls[part.call] : undefined
  return call?.callee.kind === 'name' && call.callee.name === 'isinstance' ? call.arguments.map(({ value }) => value) : []
}

function isReboundIn(block: Block, name: string, site: Site): boolean {
  const bindings = site.file.functions[site.function]?.bindings ?? []
  return bindings.some(({ target, targetSpan }) => target === name && targetSpan.start > block.span.start && targetSpan.start < site.at)
}
