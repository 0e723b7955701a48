import { oldNamesReadSince } from '../../frameworks/celery.ts'
import type { Setting } from '../../model/schedule.ts'
import { settingsOfApps } from './app-settings.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import type { Inference } from '../inference/inference.ts'
import { judgeName, type NameVerdict } from './setting-names.ts'
import { isReadByProject } from './setting-readers.ts'
import { configurationSource, plainSources, settingBindings, settingsFiles } from './settings-modules.ts'
import { isBelow, isFrom } from '../versions/version-ranges.ts'
import { versionRanges } from '../versions/versions.ts'

/** Names in the settings modules that are the framework's or look like it, with the name it reads instead if it is another. */
export function settingsOf(types: Inference, graph: CallGraph): readonly Setting[] {
  return [...namespacedSettings(types, graph), ...settingsOfApps(types, plainSources(types, graph))]
}

function namespacedSettings(types: Inference, graph: CallGraph): readonly Setting[] {
  const source = configurationSource(types, graph)
  if (source === null) return []
  const files = settingsFiles(types, graph, source.modules)
  const paths = new Set(files.map(({ path }) => path))
  const readSince = oldNamesReader(types)
  return files.flatMap((file) =>
    settingBindings(types, file).flatMap(({ target: name, targetSpan: span }): readonly Setting[] => {
      const verdict = judge(name, source.prefixes)
      if (verdict === null || (verdict.kind === 'old' && readSince === 'any')) return []
      const place = { name, file: file.path, span }
      if (verdict.kind === 'read') return [{ ...place, readAs: null, readSince: null, readByProject: false }]
      const readByProject = isReadByProject(types.workspace, paths, name)
      const isReadLater = verdict.kind === 'old' && readSince === 'some'
      return [{ ...place, readAs: verdict.readAs, readSince: isReadLater ? `Celery ${oldNamesReadSince.replace(/\.0$/, '')}` : null, readByProject }]
    }),
  )
}

/** A name that one of the apps reads is read. */
function judge(name: string, prefixes: readonly string[]): NameVerdict | null {
  const verdicts = prefixes.map((prefix) => judgeName(name, prefix))
  return verdicts.find((verdict) => verdict?.kind === 'read') ?? verdicts.find((verdict) => verdict !== null) ?? null
}

/** Which of the versions that may be installed read old names. */
function oldNamesReader(types: Inference): 'any' | 'some' | 'none' {
  const range = versionRanges(types.workspace).get('celery')
  if (range !== undefined && isFrom(range, oldNamesReadSince)) return 'any'
  return range !== undefined && isBelow(range, oldNamesReadSince) ? 'none' : 'some'
}
