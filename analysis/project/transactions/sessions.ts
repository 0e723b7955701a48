import { unitCommits, unitMethods, unitOfWork } from '../../frameworks/transactions.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { blocksAround, callSite, dottedName } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import { refKey } from '../inference/type.ts'
import type { Opener } from './opener.ts'

/** A write of a session that has not been committed when `call` runs, and is committed after it. */
export function pendingWrite(types: Inference, file: FileFacts, call: Call): Opener | null {
  const uses = sessionUses(types, file, call.function)
  const last = uses.findLast(({ call: other }) => other.span.end <= call.span.start)
  if (last?.kind !== 'write') return null
  const commit = uses.find(({ kind, call: other, session }) => kind === 'commit' && other.span.start >= call.span.end && session === last.session && isOnTheWay(file, call, other))
  if (commit === undefined) return null
  return { text: textOf(types.workspace, file, last.call.span), location: { file: file.path, span: last.call.span }, isDefault: false }
}

interface SessionUse {
  readonly kind: 'write' | 'commit' | 'rollback'
  /** The session, as it is written. */
  readonly session: string | null
  readonly call: Call
}

const rememberedUses = new WeakMap<Inference, Map<string, readonly SessionUse[]>>()

/** What one function does with sessions, in the order of the text; nothing where it never commits. */
function sessionUses(types: Inference, file: FileFacts, owner: number): readonly SessionUse[] {
  const remembered = rememberedUses.get(types) ?? new Map<string, readonly SessionUse[]>()
  rememberedUses.set(types, remembered)
  const key = refKey({ file, index: owner })
  const known = remembered.get(key)
  if (known !== undefined) return known
  const commits = unitCommits.some((name) => callsNamed(file, name).some((call) => call.function === owner))
  const uses = commits ? file.calls.flatMap((call) => (call.function === owner ? sessionUse(types, file, call) : [])) : []
  remembered.set(key, uses)
  return uses
}

/** The commit stands in a block that also holds the call. */
function isOnTheWay(file: FileFacts, call: Call, commit: Call): boolean {
  const around = new Set(blocksAround(file, call.block))
  return blocksAround(file, commit.block).every((block) => around.has(block))
}

function sessionUse(types: Inference, file: FileFacts, call: Call): readonly SessionUse[] {
  if (call.callee.kind !== 'member' || !methods.has(call.callee.name)) return []
  const { object, name } = call.callee
  const type = types.typeOf(object, callSite(file, call))
  const unit = type.kind === 'external' ? unitOfWork(type.name) : null
  const kind = unit === null ? null : unit.commit === name ? 'commit' : unit.writes.has(name) ? 'write' : name === 'rollback' ? 'rollback' : null
  return kind === null ? [] : [{ kind, session: dottedName(object), call }]
}

const methods: ReadonlySet<string> = new Set([...unitMethods, 'rollback'])
