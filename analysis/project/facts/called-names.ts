import type { Call, FileFacts } from '../../model/file-facts.ts'

/** The last name of what is called: `delay` for `tasks.send.delay(…)`; the imported name where it has another one here. */
export function calledName(file: FileFacts, call: Call): string | null {
  const { callee } = call
  if (callee.kind === 'member') return callee.name
  return callee.kind === 'name' ? importedName(file, callee.name) : null
}

const renamed = new WeakMap<FileFacts, ReadonlyMap<string, string>>()

/** `on_commit` for `hook` after `from django.db.transaction import on_commit as hook`. */
function importedName(file: FileFacts, local: string): string {
  let names = renamed.get(file)
  if (names === undefined) {
    names = new Map(file.imports.flatMap((entry) => (entry.name === null || entry.name === entry.local ? [] : [[entry.local, entry.name]])))
    renamed.set(file, names)
  }
  return names.get(local) ?? local
}

const byName = new WeakMap<FileFacts, ReadonlyMap<string, readonly Call[]>>()

/** The calls of a file whose `calledName` is `name`, in the order of the text. */
export function callsNamed(file: FileFacts, name: string): readonly Call[] {
  let calls = byName.get(file)
  if (calls === undefined) {
    calls = groupByName(file)
    byName.set(file, calls)
  }
  return calls.get(name) ?? []
}

function groupByName(file: FileFacts): ReadonlyMap<string, readonly Call[]> {
  const groups = new Map<string, Call[]>()
  for (const call of file.calls) {
    const name = calledName(file, call)
    if (name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [call])
    else group.push(call)
  }
  return groups
}
