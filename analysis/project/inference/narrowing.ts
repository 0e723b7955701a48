import type { Expression } from '../../model/expression.ts'
import type { Block } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { instanceOf } from './infer-instances.ts'
import type { Inference } from './inference.ts'
import { blocksAround, callSite, innermostBlock, type Site } from '../facts/site.ts'
import { unknownType, type Type } from './type.ts'

/** What a name holds where `isinstance(name, Order)` is the condition of a branch around the site. Unknown: no such branch. */
export function narrowed(types: Inference, name: string, site: Site): Type {
  const tests = callsNamed(site.file, 'isinstance').filter(({ function: owner, arguments: [first] }) => owner === site.function && isName(first?.value, name))
  if (tests.length === 0) return unknownType
  for (const block of blocksAround(site.file, innermostBlock(site))) {
    const test = tests.find((call) => isCondition(block, site, call.span.start))
    const tested = test?.arguments[1]?.value
    if (test === undefined || tested === undefined) continue
    return isReboundIn(block, name, site) ? unknownType : instanceOf(types, types.typeOf(tested, callSite(site.file, test)))
  }
  return unknownType
}

function isName(value: Expression | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name
}

/** The test alone, or with others by `and`, decides that the branch runs. */
function isCondition({ form, subject }: Block, site: Site, at: number): boolean {
  if (form !== 'then' || subject === null || site.at < subject.span.end) return false
  const parts = subject.kind === 'operation' && subject.operator === 'and' ? subject.operands : [subject]
  return parts.some(({ kind, span }) => kind === 'call' && span.start === at)
}

function isReboundIn(block: Block, name: string, site: Site): boolean {
  const bindings = site.file.functions[site.function]?.bindings ?? []
  return bindings.some(({ target, targetSpan }) => target === name && targetSpan.start > block.span.start && targetSpan.start < site.at)
}
