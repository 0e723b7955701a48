import type { Block, Call } from '../../model/file-facts.ts'
import { instanceOf } from './infer-instances.ts'
import type { Inference } from './inference.ts'
import { blocksAround, callSite, innermostBlock, type Site } from '../facts/site.ts'
import { unknownType, type Type } from './type.ts'

/** What a name holds where `isinstance(name, Order)` is the condition of a branch around the site. Unknown: no such branch. */
export function narrowed(types: Inference, name: string, site: Site): Type {
  for (const block of blocksAround(site.file, innermostBlock(site))) {
    const test = testOf(block, name, site)
    const tested = test?.arguments[1]?.value
    if (test === null || tested === undefined) continue
    return isReboundIn(block, name, site) ? unknownType : instanceOf(types, types.typeOf(tested, callSite(site.file, test)))
  }
  return unknownType
}

/** The test that, alone or with others by `and`, decides that the branch runs. */
function testOf({ form, subject }: Block, name: string, site: Site): Call | null {
  if (form !== 'then' || subject === null || site.at < subject.span.end) return null
  const parts = subject.kind === 'operation' && subject.operator === 'and' ? subject.operands : [subject]
  for (const part of parts) {
    const call = part.kind === 'call' ? site.file.calls[part.call] : undefined
    const first = call?.arguments[0]?.value
    if (call?.callee.kind === 'name' && call.callee.name === 'isinstance' && first?.kind === 'name' && first.name === name) return call
  }
  return null
}

function isReboundIn(block: Block, name: string, site: Site): boolean {
  const bindings = site.file.functions[site.function]?.bindings ?? []
  return bindings.some(({ target, targetSpan }) => target === name && targetSpan.start > block.span.start && targetSpan.start < site.at)
}
