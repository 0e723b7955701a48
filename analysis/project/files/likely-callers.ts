import { sendMethods } from '../../frameworks/celery.ts'
import { callsNamed } from '../facts/called-names.ts'
import { isProductionFile } from './file-role.ts'
import { moduleWords } from './module-words.ts'
import type { Workspace } from './workspace.ts'

/** Files that the linker will probably ask for: those that mention a function which sends something, and its module or class. */
export function likelyCallers(workspace: Workspace, active: readonly string[]): readonly string[] {
  const known = new Set(active)
  const wanted = new Set<string>()
  const senders = new Map(active.flatMap((path) => sendersIn(workspace, path)))
  for (const path of workspace.paths) {
    if (known.has(path) || !isProductionFile(path)) continue
    for (const [name, hints] of senders) {
      if (workspace.mentions(path, name) && hints.some((hint) => workspace.mentions(path, hint))) {
        wanted.add(path)
        break
      }
    }
  }
  return [...wanted]
}

function sendersIn(workspace: Workspace, path: string): readonly (readonly [string, readonly string[]])[] {
  const facts = workspace.facts(path)
  if (facts === null) return []
  const calls = [...sendMethods].flatMap((method) => callsNamed(facts, method))
  return calls.flatMap((call) => {
    const sender = facts.functions[call.function]
    if (sender === undefined || (sender.kind !== 'function' && sender.kind !== 'method')) return []
    const owner = sender.class === null ? null : facts.classes[sender.class]?.name
    return [[sender.kind === 'method' ? `.${sender.name}` : sender.name, owner === null || owner === undefined ? moduleWords(path) : [owner]] as const]
  })
}
