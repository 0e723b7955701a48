import { onCommitFunctions } from '../../frameworks/transactions.ts'
import type { CommitCallback } from '../../model/dispatch.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Edit } from '../../model/source.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { calledName } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { lateBindings, loopsAround, rebindingEdits } from './late-binding.ts'
import { partialEdits } from './partial-edits.ts'
import { callSite } from '../facts/site.ts'
import { rawText, textOf } from '../files/text-of.ts'

/** Every registration of work for after the commit. */
export function commitCallbacksIn(types: Inference, file: FileFacts, dispatches: readonly DispatchCall[]): readonly CommitCallback[] {
  return file.calls.flatMap((call) => {
    if (calledName(file, call) !== 'on_commit') return []
    const callee = types.typeOf(call.callee, callSite(file, call))
    if (callee.kind !== 'external' || !onCommitFunctions.has(callee.name)) return []
    return [callbackOf(types, file, call, dispatches)]
  })
}

function callbackOf(types: Inference, file: FileFacts, call: Call, dispatches: readonly DispatchCall[]): CommitCallback {
  const late = lateBindings(types, file, call)
  return {
    file: file.path,
    span: call.span,
    text: textOf(types.workspace, file, call.callee.span),
    calledEarly: calledEarly(types, file, call, dispatches),
    lateBindings: late,
    rebinding: late.length === 0 ? [] : rebindingEdits(types, file, call),
  }
}

/** The dispatch that is made while its registration is being written. */
function calledEarly(types: Inference, file: FileFacts, call: Call, dispatches: readonly DispatchCall[]): CommitCallback['calledEarly'] {
  const given = callbackArgument(call)
  if (given?.kind !== 'call') return null
  const index = given.call
  const made = dispatches.find((each) => each.call === file.calls[index] && each.dispatch.timing === 'now')
  if (made === undefined) return null
  return { text: made.dispatch.text, span: made.dispatch.span, edits: earlyEdits(types, file, call, made) }
}

function earlyEdits(types: Inference, file: FileFacts, call: Call, made: DispatchCall): readonly Edit[] {
  if (loopsAround(file, call).length > 0) return partialEdits(types, file, made.call)
  const start = made.dispatch.span.start
  return rawText(types.workspace, file, made.dispatch.span) === '' ? [] : [{ span: { start, end: start }, text: 'lambda: ' }]
}

/** What is registered: the first argument, or `func=`. */
function callbackArgument(call: Call): Call['arguments'][number]['value'] | null {
  return (call.arguments.find(({ name }) => name === 'func') ?? call.arguments.find(({ name }) => name === null))?.value ?? null
}
