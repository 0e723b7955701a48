import type { Argument, Binding, Call, FileFacts } from '../../model/file-facts.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { constantOf } from '../inference/constants.ts'
import { isProductionFile } from '../files/file-role.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite, type Site } from '../facts/site.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'

/** How the apps of a project take their configuration from its settings. */
export interface ConfigurationSource {
  /** Before each name that is read: `CELERY_`. */
  readonly prefixes: readonly string[]
  /** Modules that an app names itself, besides the framework's settings. */
  readonly modules: readonly string[]
}

/**
 * `app.config_from_object("django.conf:settings", namespace="CELERY")`, also as arguments of the app. `null`: there is no such
 * call, or one of them reads without a namespace or with one that is not known.
 */
export function configurationSource(types: Inference, graph: CallGraph): ConfigurationSource | null {
  const prefixes = new Set<string>()
  const modules = new Set<string>()
  for (const { file, call, source } of loadingCalls(graph)) {
    const module = settingsModule(types, file, call, source)
    if (module === null) continue
    const prefix = prefixOf(types, file, call)
    if (prefix === null) return null
    prefixes.add(prefix)
    if (module !== '') modules.add(module)
  }
  return prefixes.size === 0 ? null : { prefixes: [...prefixes], modules: [...modules] }
}

interface LoadingCall {
  readonly file: FileFacts
  readonly call: Call
  readonly source: Argument
}

function loadingCalls(graph: CallGraph): readonly LoadingCall[] {
  const files = new Set([...graph.filesMentioning(['config_from_object'], []), ...graph.filesMentioning(['config_source'], [])])
  return [...files].flatMap((file) =>
    file.calls.flatMap((call) => {
      const isLoader = call.callee.kind === 'member' && call.callee.name === 'config_from_object'
      const source = isLoader ? call.arguments[0] : call.arguments.find(({ name }) => name === 'config_source')
      return source === undefined ? [] : [{ file, call, source }]
    }),
  )
}

/** `''`: Django's settings; else the module of the project that is named; `null`: something else. */
function settingsModule(types: Inference, file: FileFacts, call: Call, { value }: Argument): string | null {
  const type = types.typeOf(value, callSite(file, call))
  if (type.kind === 'external') return type.name === 'django.conf.settings' ? '' : null
  if (type.kind === 'module') return type.path
  if (type.kind !== 'literal' || typeof type.value !== 'string') return null
  if (type.value === 'django.conf:settings') return ''
  return types.modules.find(type.value.replace(/:.*$/, ''), file.path)
}

/** What apps are configured from without a namespace, but for Django's settings. */
export function plainSources(types: Inference, graph: CallGraph): readonly Written[] {
  return loadingCalls(graph).flatMap(({ file, call, source }) => {
    if (namespaceOf(types, file, call) !== undefined || settingsModule(types, file, call, source) === '') return []
    return [{ expression: source.value, site: callSite(file, call) }]
  })
}

function prefixOf(types: Inference, file: FileFacts, call: Call): string | null {
  const namespace = namespaceOf(types, file, call)
  const value = namespace === undefined ? null : constantOf(types, namespace.expression, namespace.site)
  if (value?.state !== 'known' || typeof value.value !== 'string') return null
  return /^[A-Z][A-Z0-9_]*$/.test(value.value) ? value.value.replace(/_+$/, '') + '_' : null
}

/** The one of the call itself, else the one that its app was made with. */
function namespaceOf(types: Inference, file: FileFacts, call: Call): Written | undefined {
  const own = namespaceIn(call, callSite(file, call))
  if (own !== undefined || call.callee.kind !== 'member') return own
  const app = writtenValue(types, call.callee.object, callSite(file, call))
  const made = app?.expression.kind === 'call' ? app.site.file.calls[app.expression.call] : undefined
  return made === undefined || app === null ? undefined : namespaceIn(made, app.site)
}

function namespaceIn({ arguments: given }: Call, site: Site): Written | undefined {
  const option = given.find(({ name }) => name === 'namespace')
  return option === undefined ? undefined : { expression: option.value, site }
}

const isSettingsName = /(^|\/)[^/]*settings[^/]*(\/|\.py$)/

/** The settings modules, also those that tests are run with: those named to Django or to an app, those that are called settings, and what they star-import. */
export function settingsFiles(types: Inference, graph: CallGraph, named: readonly string[]): readonly FileFacts[] {
  const { workspace, modules } = types
  const found = new Map<string, FileFacts>()
  const called = workspace.paths.filter((path) => isSettingsName.test(path) && isProductionFile(path.replace(/[^/]*$/, 'settings.py')))
  const queue = [...called, ...djangoSettings(types, graph), ...named]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path) || !mayHoldSettings(types, path)) continue
    const facts = workspace.facts(path)
    if (facts === null) continue
    found.set(path, facts)
    for (const entry of facts.imports) {
      const target = entry.local === '*' ? modules.find(entry.module, path) : null
      if (target !== null) queue.push(target)
    }
  }
  return [...found.values()]
}

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.production")` */
function djangoSettings(types: Inference, graph: CallGraph): readonly string[] {
  return graph.filesMentioning(['DJANGO_SETTINGS_MODULE'], []).flatMap((file) =>
    file.calls.flatMap(({ arguments: [name, module] }) => {
      if (name?.value.kind !== 'literal' || name.value.value !== 'DJANGO_SETTINGS_MODULE') return []
      const value = module?.value.kind === 'literal' ? module.value.value : null
      const path = typeof value === 'string' ? types.modules.find(value, file.path) : null
      return path === null ? [] : [path]
    }),
  )
}

function mayHoldSettings({ workspace }: Inference, path: string): boolean {
  return /\b(CELERY|BROKER_|TASK_|WORKER_|BEAT_|RESULT_|ENABLE_UTC)|import \*/.test(workspace.text(path) ?? '')
}

/** Upper-case names given a value at the top of the module, or in a class whose attributes are the settings. */
export function settingBindings(types: Inference, file: FileFacts): readonly Binding[] {
  return file.functions.flatMap((facts) => {
    if (facts.kind === 'class-body' ? !isSettingsClass(types, file, facts.class) : facts.kind !== 'module') return []
    return facts.bindings.filter(({ target, value, via }) => value !== null && via === 'assign' && /^[A-Z][A-Z0-9_]+$/.test(target))
  })
}

/** django-configurations makes settings of the attributes of a class. */
function isSettingsClass(types: Inference, file: FileFacts, index: number | null): boolean {
  return index !== null && [...types.family({ file, index }).externals].some((name) => name.startsWith('configurations.'))
}
