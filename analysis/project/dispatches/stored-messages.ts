import { sendByName } from '../../frameworks/celery.ts'
import type { DispatchCall } from './dispatches.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite } from '../facts/site.ts'

/**
 * `app.send_task(message.task, message.args)`, where the name of the task is kept in a row: an outbox is being emptied. Its rows
 * were committed earlier, and what is sent here is marked as sent by the same transaction on purpose.
 */
export function sendsStoredMessage(types: Inference, { dispatch, call, file }: DispatchCall): boolean {
  if (dispatch.task !== null || dispatch.taskName !== null) return false
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind !== 'external' || !sendByName.has(callee.name)) return false
  const given = (call.arguments.find(({ name }) => name === 'name') ?? call.arguments[0])?.value
  return given?.kind === 'member' && types.typeOf(given.object, callSite(file, call)).kind === 'entity'
}
