import type { MissingResultUse } from '../model/dispatch.ts'
import type { Call, FileFacts } from '../model/file-facts.ts'
import { expressionsIn, visitExpression } from './expression-walk.ts'
import type { Inference } from './inference.ts'
import { textOf } from './text-of.ts'

/** Attributes read from the value of a call that has none, directly or by way of the variable it is put in. */
export function missingResultUses(types: Inference, file: FileFacts, call: Call, method: string): readonly MissingResultUse[] {
  if (call.use === 'statement') return []
  const index = file.calls.indexOf(call)
  const binding = file.functions[call.function]?.bindings.find(({ value }) => value?.kind === 'call' && value.call === index)
  const rebound = file.functions[call.function]?.bindings.filter(({ target }) => target === binding?.target).length ?? 0
  const uses: MissingResultUse[] = []
  for (const root of expressionsIn(file, call.function)) {
    visitExpression(root, (expression) => {
      if (expression.kind !== 'member') return
      const { object } = expression
      const isDirect = object.kind === 'call' && object.call === index
      const isByName = object.kind === 'name' && object.name === binding?.target && rebound === 1 && expression.span.start > call.span.end
      if (isDirect || isByName) uses.push({ span: expression.span, text: textOf(types.workspace, file, expression.span), method })
    })
  }
  return uses.filter((use, at) => uses.findIndex(({ span }) => span.start === use.span.start) === at)
}
