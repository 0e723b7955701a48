import { resolve } from 'node:path'
import type { ClientName } from './init/client-names.ts'
import { carryOut, planInit } from './init/init.ts'
import type { Terminal } from './terminal.ts'

/** The options of `taskwise init`, as they are given. */
export interface InitFlags {
  readonly client?: readonly ClientName[]
  readonly dryRun?: boolean
}

/** Sets up the assistants of a project and prints a line for each file. Throws a ReviewError, before anything is written, where it cannot. */
export function runInit(directory: string | undefined, { client = [], dryRun = false }: InitFlags, terminal: Terminal): void {
  const folder = resolve(terminal.directory, directory ?? '.')
  const steps = planInit(folder, client)
  if (!dryRun) carryOut(folder, steps)
  const words = dryRun ? { created: 'would create', changed: 'would change', unchanged: 'unchanged' } : { created: 'created', changed: 'changed', unchanged: 'unchanged' }
  const width = dryRun ? 12 : 9
  terminal.write(steps.map(({ place, state }) => `${words[state].padEnd(width)} ${place}\n`).join(''))
}
