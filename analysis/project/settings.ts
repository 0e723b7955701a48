import { oldNamesReadSince } from '../frameworks/celery.ts'
import { celerySettings, oldSettingNames } from '../frameworks/celery-setting-names.ts'
import type { Binding, FileFacts } from '../model/file-facts.ts'
import type { Setting } from '../model/schedule.ts'
import type { CallGraph } from './call-graph.ts'
import { isProductionFile } from './file-role.ts'
import type { Inference } from './inference.ts'
import { nearMiss } from './near-miss.ts'
import { isAtLeast } from './versions.ts'

/** Names in the settings modules that look like the framework's, with the name it reads instead if it is another. */
export function settingsOf(types: Inference, graph: CallGraph, versions: Readonly<Record<string, string>>): readonly Setting[] {
  const installed = versions['celery']
  const namespace = findNamespace(graph)
  if (namespace === null) return []
  const files = settingsFiles(types)
  const given = files.flatMap((file) => assignments(file).map((binding) => ({ file, binding })))
  const names = new Set(given.map(({ binding }) => binding.target))
  return given.flatMap(({ file, binding }) => {
    const readAs = rightName(binding.target, namespace)
    const readSince = oldSettingNames.has(binding.target) ? oldNamesReadSince : null
    if (readAs === null || (readSince !== null && installed !== undefined && isAtLeast(installed, readSince))) return []
    const readByProject = names.has(readAs) || isReadByProject(types, files, binding.target)
    return [{ name: binding.target, file: file.path, span: binding.targetSpan, readAs, readSince, readByProject }]
  })
}

/** `app.config_from_object("django.conf:settings", namespace="CELERY")`. `null`: no such call, or none with a namespace. */
function findNamespace(graph: CallGraph): string | null {
  for (const file of graph.filesMentioning(['config_from_object', 'namespace'], [])) {
    for (const call of file.calls) {
      if (call.callee.kind !== 'member' || call.callee.name !== 'config_from_object') continue
      const source = call.arguments[0]?.value
      const namespace = call.arguments.find(({ name }) => name === 'namespace')?.value
      const isDjango = source?.kind === 'literal' ? /^django\.conf:settings$/.test(String(source.value)) : source?.kind === 'name' && source.name === 'settings'
      if (isDjango && namespace?.kind === 'literal' && typeof namespace.value === 'string') return namespace.value
    }
  }
  return null
}

const oldNames = [...oldSettingNames.keys()]

/** Modules of a settings package, and what they star-import. */
function settingsFiles(types: Inference): readonly FileFacts[] {
  const { workspace, modules } = types
  const found = new Map<string, FileFacts>()
  const queue = workspace.paths.filter((path) => isProductionFile(path) && /(^|\/)[\w-]*(settings|conf)[\w-]*(\/|\.py$)/.test(path))
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path) || !(isInteresting(types, path) || workspace.mentions(path, 'import'))) continue
    const facts = isInteresting(types, path) ? workspace.facts(path) : null
    if (facts === null) continue
    found.set(path, facts)
    for (const entry of facts.imports) {
      const target = entry.local === '*' ? modules.find(entry.module, path) : null
      if (target !== null) queue.push(target)
    }
  }
  return [...found.values()]
}

function isInteresting({ workspace }: Inference, path: string): boolean {
  return oldNames.some((name) => workspace.mentions(path, name)) || /CELERY|BROKER_|import \*/.test(workspace.text(path) ?? '')
}

/** Upper-case names given a value at the top of the module or in the body of a settings class. */
function assignments(file: FileFacts): readonly Binding[] {
  return file.functions.flatMap((facts) => {
    if (facts.kind !== 'module' && facts.kind !== 'class-body') return []
    return facts.bindings.filter(({ target, value }) => value !== null && /^[A-Z][A-Z0-9_]+$/.test(target))
  })
}

/** The name that is read in place of `name`; `null`: this one is read, or it is none of the framework's. */
function rightName(name: string, namespace: string): string | null {
  const prefix = `${namespace}_`
  const own = name.startsWith(prefix) ? name.slice(prefix.length).toLowerCase() : null
  if (own !== null && celerySettings.has(own)) return null
  const renamed = oldSettingNames.get(name)
  if (renamed !== undefined) return prefix + renamed.toUpperCase()
  if (own === null || own.length < 8) return null
  const meant = nearMiss(own, celerySettings)
  return meant === null ? null : prefix + meant.toUpperCase()
}

/** The project's own code takes the value from the settings and does something with it. */
function isReadByProject(types: Inference, settings: readonly FileFacts[], name: string): boolean {
  const { workspace } = types
  const settingsPaths = new Set(settings.map(({ path }) => path))
  return workspace.paths.some((path) => {
    if (!isProductionFile(path) || !workspace.mentions(path, name)) return false
    const text = workspace.text(path) ?? ''
    return settingsPaths.has(path) ? isUsedIn(text, name) : new RegExp(`\\.${name}\\b|["']${name}["']|import[^\\n]*\\b${name}\\b`).test(text)
  })
}

/** Mentioned apart from being assigned: not in a comment, and not as the name of its own environment variable. */
function isUsedIn(text: string, name: string): boolean {
  return text.split('\n').some((line) => {
    const code = line.replace(/#.*$/, '').replace(new RegExp(`["']${name}["']`, 'g'), '')
    return new RegExp(`\\b${name}\\b(?!\\s*(:[^=]*)?=[^=])`).test(code)
  })
}
