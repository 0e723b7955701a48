import { arch, cpus, platform, totalmem } from 'node:os'
import { type EditorSession } from './editor.ts'
import { type Guidance } from './guidance/guidance.ts'
import { type Measurement } from './measure.ts'
import { type Repository } from './repository.ts'
import { type Tool } from './tool.ts'

/** The raw numbers of one repository. */
export interface Result {
  readonly repository: Repository
  readonly comparison: readonly Measurement[]
  /** Of one, two and four copies; `null` when growth was not asked for. */
  readonly growth: readonly Measurement[] | null
  /** Of single files in ESLint; `null` when that was not asked for. */
  readonly editor: EditorSession | null
}

/** What a measurement ran on: its times mean little without it. */
export interface Machine {
  readonly system: string
  readonly node: string
  readonly processor: string
  readonly cores: number
  readonly memoryBytes: number
}

export function thisMachine(): Machine {
  const processors = cpus()
  return {
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
  }
}

/** Everything that was measured, as JSON text. Times are in seconds or, where the name ends in `Ms`, in milliseconds, memory in bytes. */
export function renderJson(machine: Machine, tools: readonly Tool[], results: readonly Result[], guidance: Guidance | null): string {
  const versions = Object.fromEntries(tools.map(({ name, version }) => [name, version]))
  return `${JSON.stringify({ machine, versions, results, guidance }, null, 2)}\n`
}
