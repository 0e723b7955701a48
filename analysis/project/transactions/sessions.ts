import { isSession, sessionWrites } from '../../frameworks/transactions.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { blocksAround, callSite, dottedName } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import type { Opener } from './opener.ts'

/** A write of a session that has not been committed when `call` runs, and is committed after it. */
export function pendingWrite(types: Inference, file: FileFacts, call: Call): Opener | null {
  const uses = sessionUses(types, file, call.function)
  const before = uses.filter((other) => other.span.end <= call.span.start)
  const last = before.at(-1)
  if (last === undefined || !sessionWrites.has(sessionMethod(types, file, last) ?? '')) return null
  const session = last.callee.kind === 'member' ? dottedName(last.callee.object) : null
  const commit = uses.find(
    (other) => other.span.start >= call.span.end && sessionMethod(types, file, other) === 'commit' &&
      other.callee.kind === 'member' && dottedName(other.callee.object) === session && isOnTheWay(file, call, other),
  )
  if (commit === undefined) return null
  return { text: textOf(types.workspace, file, last.span), location: { file: file.path, span: last.span }, isDefault: false }
}

const rememberedUses = new WeakMap<FileFacts, Map<number, readonly Call[]>>()

/** What one function does with sessions, in the order of the text; nothing where it never commits. */
function sessionUses(types: Inference, file: FileFacts, owner: number): readonly Call[] {
  const remembered = rememberedUses.get(file) ?? new Map<number, readonly Call[]>()
  rememberedUses.set(file, remembered)
  const known = remembered.get(owner)
  if (known !== undefined) return known
  const commits = callsNamed(file, 'commit').some((call) => call.function === owner)
  const uses = commits ? file.calls.filter((call) => call.function === owner && sessionMethod(types, file, call) !== null) : []
  remembered.set(owner, uses)
  return uses
}

/** The commit stands in a block that also holds the call. */
function isOnTheWay(file: FileFacts, call: Call, commit: Call): boolean {
  const around = new Set(blocksAround(file, call.block))
  return blocksAround(file, commit.block).every((block) => around.has(block))
}

const methods = new Set([...sessionWrites, 'commit', 'rollback'])

function sessionMethod(types: Inference, file: FileFacts, call: Call): string | null {
  if (call.callee.kind !== 'member' || !methods.has(call.callee.name)) return null
  const session = types.typeOf(call.callee.object, callSite(file, call))
  return session.kind === 'external' && isSession(session.name) ? call.callee.name : null
}
