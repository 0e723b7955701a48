import type { CallGraph } from '../inference/call-graph.ts'
import { recordEntry } from '../facts/record-entry.ts'

/** Django Tasks kept as rows of the same database: an `enqueue` is committed or rolled back with everything else. */
export function keepsTasksInDatabase(graph: CallGraph): boolean {
  return graph.filesMentioning(['TASKS', 'BACKEND'], []).some((file) => {
    const binding = file.functions[0]?.bindings.find(({ target }) => target === 'TASKS')
    const backend = recordEntry(recordEntry(binding?.value ?? null, 'default'), 'BACKEND')
    return backend?.kind === 'literal' && /database/i.test(String(backend.value))
  })
}
