import { failureEvents, failureSignals, monitoringPackages, signalModule } from '../../frameworks/monitoring.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Monitor } from '../../model/project.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Workspace } from '../files/workspace.ts'

/** What tells somebody of failing tasks: packages for it, Celery's signals, the events of workers. Each is named once. */
export function monitorsOf(workspace: Workspace, files: readonly FileFacts[]): readonly Monitor[] {
  const imported = monitoringPackages.flatMap(({ word, module }) => {
    const path = workspace.mentioning(word).find((each) => workspace.facts(each)?.imports.some((entry) => module.test(entry.module)))
    return path === undefined ? [] : [{ name: word, file: path }]
  })
  return [...imported, ...firstOf(files, signalIn), ...firstOf(files, eventIn)]
}

function firstOf(files: readonly FileFacts[], find: (file: FileFacts) => string | null): readonly Monitor[] {
  for (const file of files) {
    const name = find(file)
    if (name !== null) return [{ name, file: file.path }]
  }
  return []
}

/** `from celery.signals import task_failure` */
function signalIn({ imports }: FileFacts): string | null {
  const found = imports.find(({ module, name }) => module === signalModule && name !== null && failureSignals.has(name))
  return found === undefined ? null : `the signal ${found.name ?? ''}`
}

/** `worker.on('failed', …)` */
function eventIn(file: FileFacts): string | null {
  if (file.language !== 'typescript') return null
  const call = callsNamed(file, 'on').find(({ arguments: [event] }) => event?.value.kind === 'literal' && failureEvents.has(String(event.value.value)))
  return call === undefined ? null : 'the event failed'
}
