import type { Inference } from './inference.ts'
import { calledName } from './called-names.ts'
import { callSite } from './site.ts'
import type { Opener } from './transaction-openers.ts'
import { sameRef, type FunctionRef } from './type.ts'

/** A function that a migration runs; migrations are atomic unless they, or the operation, say otherwise. */
export function migrationOpener(types: Inference, ref: FunctionRef): Opener | null {
  const { file } = ref
  if (!/(^|\/)migrations\//.test(file.path)) return null
  for (const call of file.calls) {
    if (calledName(file, call) !== 'RunPython') continue
    const runs = call.arguments.some(({ value }) => {
      const type = types.typeOf(value, callSite(file, call))
      return type.kind === 'function' && sameRef(type.ref, ref)
    })
    const own = call.arguments.find(({ name }) => name === 'atomic')?.value
    const body = file.functions[call.function]?.bindings.find(({ target }) => target === 'atomic')?.value
    const isAtomic = [own, body].every((value) => value?.kind !== 'literal' || value.value !== false)
    if (runs && isAtomic) return { text: 'the migration', location: { file: file.path, span: call.span } }
  }
  return null
}
