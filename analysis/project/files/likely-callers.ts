import { sendMethods } from '../../frameworks/celery.ts'
import { jobMethods } from '../../frameworks/queue-libraries.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { functionsAround } from '../facts/site.ts'
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
  const calls = facts.language === 'python' ? callsOf(facts, sendMethods) : callsOf(facts, jobMethods).filter(isLikelyJob)
  return calls.flatMap((call) => {
    const sender = functionsAround(facts, call.function).find(({ kind }) => kind === 'function' || kind === 'method')
    if (sender === undefined) return []
    const owner = sender.class === null ? null : facts.classes[sender.class]?.name
    return [[sender.kind === 'method' ? `.${sender.name}` : sender.name, owner === null || owner === undefined ? moduleWords(path) : [owner]] as const]
  })
}

function callsOf(facts: FileFacts, methods: ReadonlySet<string>): readonly Call[] {
  return [...methods].flatMap((method) => callsNamed(facts, method))
}

/** Most of what is called `add` or `send` has nothing to do with queues; those that have mostly say so. */
function isLikelyJob({ callee }: Call): boolean {
  const object = callee.kind === 'member' ? callee.object : null
  return (object?.kind === 'name' || object?.kind === 'member') && /queue|boss|flow|producer|jobs?$/i.test(object.name)
}
