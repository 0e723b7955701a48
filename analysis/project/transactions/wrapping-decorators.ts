import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { findName } from '../facts/scope.ts'
import { functionsAround } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import type { CallbackRuns } from './callback-runs.ts'
import { openerAt, type Opener } from './opener.ts'

/** A decorator of the project that calls the decorated method inside a transaction: by `descriptor.value` or by its own parameter. */
export function wrappingOpener(types: Inference, runs: CallbackRuns, ref: FunctionRef): Opener | null {
  const facts = functionOf(ref)
  if (facts.kind !== 'method') return null
  for (const decorator of facts.decorators) {
    const { callee } = decoratorCallee(types, ref, decorator)
    if (callee.kind === 'function' && opensAround(runs, callee.ref)) return openerAt(types, ref.file, decorator.span)
  }
  return null
}

/** `const original = descriptor.value`, and then `dataSource.transaction(() => original.apply(this, args))`. */
function opensAround(runs: CallbackRuns, decorator: FunctionRef): boolean {
  const { file } = decorator
  return ['apply', 'call'].flatMap((method) => callsNamed(file, method)).some((call) => {
    const around = functionsAround(file, call.function)
    if (!around.includes(functionOf(decorator)) || !isDecorated(file, call)) return false
    return around.some((outer) => runs.within({ file, index: file.functions.indexOf(outer) }, call).some(({ kind }) => kind === 'opened'))
  })
}

/** What is called is the method that the decorator was given. */
function isDecorated(file: FileFacts, call: Call): boolean {
  const object = call.callee.kind === 'member' ? call.callee.object : null
  if (object?.kind !== 'name') return false
  const found = findName(file, call.function, object.name)
  if (found?.kind === 'parameter') return found.function !== call.function
  return found?.kind === 'variable' && found.bindings.some(({ value }) => value?.kind === 'member' && value.name === 'value')
}
