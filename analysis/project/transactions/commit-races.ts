import { afterCommitSince, celery, sendMethods } from '../../frameworks/celery.ts'
import type { DispatchInTransaction } from '../../model/dispatch.ts'
import type { Edit } from '../../model/source.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import type { Reach, TransactionReach } from './transaction-reach.ts'
import { isAtLeast } from '../versions/version-ranges.ts'

const mostFindings = 10

/** The transactions in which one dispatch runs, each once, anchored where a person would change it. */
export function commitRaces(reach: TransactionReach, made: DispatchCall, versions: Readonly<Record<string, string>>): readonly DispatchInTransaction[] {
  const { dispatch, call, file } = made
  if (dispatch.timing !== 'now') return []
  const reaches = reach.around(file, call)
  const [first] = reaches
  if (first === undefined) return []
  const shared = reaches.filter((each) => each.path.length > 0 && (each.isShared || reach.isShared(file, call, each)))
  const deferral = deferralOf(made, versions)
  const races = shared.length > 0 ? shared : [first]
  return distinct(races.map((each) => raceOf(made, each, shared.length > 0, deferral))).slice(0, mostFindings)
}

function raceOf(made: DispatchCall, { opener, path }: Reach, isShared: boolean, deferral: readonly Edit[]): DispatchInTransaction {
  const own = { file: made.file.path, span: made.dispatch.span }
  const anchor = (isShared ? path[0]?.location : undefined) ?? own
  return { dispatch: made.dispatch, anchor, opener: opener.text, opened: opener.location, path, deferral: anchor === own && opener.isDefault ? deferral : [] }
}

function distinct(races: readonly DispatchInTransaction[]): readonly DispatchInTransaction[] {
  const seen = new Set<string>()
  return races.filter(({ anchor, opened, path }) => {
    const keys = [`${anchor.file}:${String(anchor.span.start)}`, `${opened.file}:${String(opened.span.start)} ${path[0]?.callee ?? ''}`]
    if (keys.some((key) => seen.has(key))) return false
    for (const key of keys) seen.add(key)
    return true
  })
}

/** `delay` → `delay_on_commit`, where the installed version has it and nobody uses the result. */
function deferralOf({ dispatch, call }: DispatchCall, versions: Readonly<Record<string, string>>): readonly Edit[] {
  if (dispatch.framework !== celery || dispatch.task === null || call.use !== 'statement') return []
  if (call.callee.kind !== 'member' || !sendMethods.has(call.callee.name) || call.callee.object.kind === 'call' || call.callee.object.kind === 'operation') return []
  const installed = versions['celery']
  if (installed !== undefined && !isAtLeast(installed, afterCommitSince)) return []
  const end = call.callee.span.end
  return [{ span: { start: end, end }, text: '_on_commit' }]
}

/** A call that leads to several dispatches is one mistake: the first of them stands for all. */
export function onePerCall(races: readonly DispatchInTransaction[]): readonly DispatchInTransaction[] {
  const seen = new Set<string>()
  return races.filter(({ anchor, path: [first] }) => {
    if (first?.location !== anchor) return true
    const key = `${anchor.file}:${String(anchor.span.start)} ${first.callee}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
