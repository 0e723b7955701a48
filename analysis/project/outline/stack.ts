import { brokerClues, brokersOfPackages, mappers, resultClues, schedulerClues, type StackClues, stackPackages } from '../../frameworks/stack.ts'
import { callsNamed } from '../facts/called-names.ts'
import { callSite } from '../facts/site.ts'
import { rawText } from '../files/text-of.ts'
import { usesQueues } from '../files/queue-presence.ts'
import type { Workspace } from '../files/workspace.ts'
import { startInference } from '../inference/infer.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'
import { npmVersionRanges } from '../versions/npm-versions.ts'
import type { VersionRange } from '../versions/version-ranges.ts'
import { versionRanges } from '../versions/versions.ts'
import { settingValues } from './setting-values.ts'

/** What a project is built of, as far as its files say. */
export interface ProjectStack {
  /** The versions that may be installed of what matters to tasks, by package. */
  readonly packages: ReadonlyMap<string, VersionRange>
  /** `redis`, `rabbitmq`, `sqs`, `postgresql`; `null`: none is named, or several are. */
  readonly broker: string | null
  readonly resultBackend: string | null
  readonly scheduler: string | null
  readonly mappers: readonly string[]
}

/** Reads the stack of a project from its requirements and settings. Cheaper than linking it. */
export function stackOf(workspace: Workspace): ProjectStack {
  const types = startInference(workspace)
  const declared = new Map([...(usesQueues(workspace) ? npmVersionRanges(workspace) : []), ...versionRanges(workspace)])
  const packages = new Map(stackPackages.flatMap((name) => (declared.has(name) ? [[name, declared.get(name) ?? anyVersion] as const] : [])))
  const named = [...brokersOfPackages].flatMap(([name, broker]) => (declared.has(name) ? [broker] : []))
  return {
    packages,
    broker: onlyClue([...textsOf(types, 'broker_url', 'broker')], brokerClues, named),
    resultBackend: onlyClue(textsOf(types, 'result_backend', 'backend'), resultClues, []),
    scheduler: onlyClue(textsOf(types, 'beat_scheduler', null), schedulerClues, []),
    mappers: mappers.flatMap(({ name, word, module }) => (isImported(workspace, word, module) ? [name] : [])),
  }
}

function isImported(workspace: Workspace, word: string, module: RegExp): boolean {
  return workspace.mentioning(word).some((path) => workspace.facts(path)?.imports.some((entry) => module.test(entry.module)))
}

const anyVersion: VersionRange = { least: null, most: null, includesMost: true }

/** What all the texts point to, where it is one thing alone. */
function onlyClue(texts: readonly string[], clues: StackClues, others: readonly string[]): string | null {
  const found = texts.flatMap((text) => clues.filter(([clue]) => clue.test(text)).map(([, name]) => name))
  const names = new Set([...found, ...others])
  const [name] = names
  return names.size === 1 && name !== undefined ? name : null
}

/** The values of a setting as they are written, with the names that lead there. @param keyword under which an app takes the same. */
function textsOf(types: Inference, setting: string, keyword: string | null): readonly string[] {
  const given = [...settingValues(types, setting), ...(keyword === null ? [] : givenToApps(types, keyword))]
  return given.flatMap(({ expression, site }) => {
    const written = writtenValue(types, expression, site)
    const own = rawText(types.workspace, site.file, expression.span)
    return written === null || written.expression === expression ? [own] : [own, rawText(types.workspace, written.site.file, written.expression.span)]
  })
}

/** `Celery("shop", broker="redis://…")` */
function givenToApps({ workspace }: Inference, keyword: string): readonly Written[] {
  return workspace.mentioning('Celery').flatMap((path) => {
    const file = workspace.facts(path)
    return (file === null ? [] : callsNamed(file, 'Celery')).flatMap((call) => {
      const option = call.arguments.find(({ name }) => name === keyword)
      return option === undefined || file === null ? [] : [{ expression: option.value, site: callSite(file, call) }]
    })
  })
}
