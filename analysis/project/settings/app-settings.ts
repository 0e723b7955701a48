import { appClass, configurationName } from '../../frameworks/celery.ts'
import type { Expression } from '../../model/expression.ts'
import type { Argument, Call, FileFacts } from '../../model/file-facts.ts'
import type { Setting } from '../../model/schedule.ts'
import type { Span } from '../../model/source.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { heldUnderKey } from './keyed-configuration.ts'
import { keywordSpan } from '../facts/keyword-span.ts'
import { judgePlainName } from './setting-names.ts'
import { callSite, type Site } from '../facts/site.ts'
import { askedOfText } from '../files/text-answers.ts'
import { rawText } from '../files/text-of.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'

/** A name and where it stands. */
interface NamedPlace {
  readonly name: string
  readonly file: FileFacts
  readonly span: Span
}

/**
 * Names given to an app itself, in lower case and without a namespace: `app.conf.task_acks_late = …`, `app.conf.update(…)`,
 * `Celery("shop", task_acks_late=…)`, and in what an app takes its whole configuration from.
 * @param sources modules, classes and records that apps are configured from without a namespace.
 */
export function settingsOfApps(types: Inference, sources: readonly Written[]): readonly Setting[] {
  const given = [...filesWithApps(types).flatMap((file) => givenToApps(types, file)), ...sources.flatMap((source) => heldBySource(types, source))]
  return given.flatMap(({ name, file, span }): readonly Setting[] => {
    const verdict = judgePlainName(name)
    if (verdict === null) return []
    const place = { name, file: file.path, span, readSince: null }
    if (verdict.kind === 'read') return [{ ...place, readAs: null, readByProject: false }]
    const written = given.filter((other) => other.name === name).length
    return [{ ...place, readAs: verdict.readAs, readByProject: timesMentioned(types, name) > written }]
  })
}

/** An attribute or item of somebody's `conf`; Django has a package of that name. */
const configured = /(?<!\bdjango)\.conf\s*(?:\[|\.\s*[a-z])/

const isConfigured = askedOfText((text) => configured.test(text))

function filesWithApps({ workspace }: Inference): readonly FileFacts[] {
  const configuring = workspace.mentioning(`.${configurationName}`).filter((path) => isConfigured(workspace, path))
  const paths = new Set([...workspace.mentioning('Celery'), ...configuring])
  return [...paths].sort().flatMap((path) => workspace.facts(path) ?? [])
}

function givenToApps(types: Inference, file: FileFacts): readonly NamedPlace[] {
  const passed = ['update', 'add_defaults'].flatMap((method) => callsNamed(file, method)).filter((call) => isUpdate(types, file, call))
  return [
    ...assigned(types, file),
    ...passed.flatMap((call) => [...keywordsOf(file, call.arguments), ...call.arguments.flatMap(({ value }) => keysOf(types, { expression: value, site: callSite(file, call) }))]),
    ...callsNamed(file, 'Celery').filter((call) => isNamed(types, call.callee, callSite(file, call), appClass)).flatMap((call) => keywordsOf(file, call.arguments)),
  ]
}

/** `app.conf.task_acks_late = …`, `app.conf["task_acks_late"] = …` */
function assigned(types: Inference, file: FileFacts): readonly NamedPlace[] {
  return file.functions.flatMap(({ bindings }, index) =>
    bindings.flatMap(({ target, targetSpan, via, span }) => {
      const [, app, name] = /^([\w.]+)\.conf(?:\.|\[["'])([a-z][a-z0-9_]*)(?:["']\])?$/.exec(target) ?? []
      if (via !== 'assign' || app === undefined || name === undefined) return []
      if (!isNamed(types, dotted(app, targetSpan), { file, function: index, at: span.start }, `${appClass}()`)) return []
      const start = targetSpan.start + rawText(types.workspace, file, targetSpan).lastIndexOf(name)
      return [{ name, file, span: { start, end: start + name.length } }]
    }),
  )
}

function dotted(path: string, span: Span): Expression {
  const [first = '', ...rest] = path.split('.')
  return rest.reduce<Expression>((object, name) => ({ kind: 'member', object, name, span }), { kind: 'name', name: first, span })
}

function isUpdate(types: Inference, file: FileFacts, { callee, ...call }: Call): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'member' || callee.object.name !== configurationName) return false
  return isNamed(types, callee.object.object, callSite(file, { callee, ...call }), `${appClass}()`)
}

function isNamed(types: Inference, expression: Expression, site: Site, name: string): boolean {
  const type = types.typeOf(expression, site)
  return type.kind === 'external' && type.name === name
}

function keywordsOf(file: FileFacts, given: readonly Argument[]): readonly NamedPlace[] {
  return given.flatMap((argument) => (argument.name === null ? [] : [{ name: argument.name, file, span: keywordSpan(argument) }]))
}

/** The plain keys of a record written here or under a name, or of `dict(…)`. */
function keysOf(types: Inference, { expression, site }: Written): readonly NamedPlace[] {
  const written = writtenValue(types, expression, site)
  if (written === null) return []
  const { file } = written.site
  const call = written.expression.kind === 'call' ? file.calls[written.expression.call] : undefined
  if (call?.callee.kind === 'name' && call.callee.name === 'dict') return keywordsOf(file, call.arguments)
  if (written.expression.kind !== 'record') return []
  return written.expression.entries.flatMap(({ key }) => {
    if (key?.kind !== 'literal' || typeof key.value !== 'string') return []
    const start = key.span.start + rawText(types.workspace, file, key.span).indexOf(key.value)
    return [{ name: key.value, file, span: { start, end: start + key.value.length } }]
  })
}

/** The names of a module or class, or the keys of a record. */
function heldBySource(types: Inference, source: Written): readonly NamedPlace[] {
  const { expression, site } = source
  const type = types.typeOf(expression, site)
  const module = moduleOf(types, type.kind === 'literal' ? type.value : null, site)
  const path = type.kind === 'module' ? type.path : module
  if (path !== null) return namesIn(types.workspace.facts(path), 0)
  if (type.kind === 'class' || type.kind === 'instance') return types.family(type.ref).members.flatMap(({ file, index }) => namesIn(file, file.classes[index]?.body ?? 0))
  return [...keysOf(types, source), ...heldUnderKey(types, expression, site).flatMap((held) => keysOf(types, held))]
}

function moduleOf(types: Inference, name: string | number | boolean | null, { file }: Site): string | null {
  return typeof name === 'string' ? types.modules.find(name.replace(/:.*$/, ''), file.path) : null
}

function namesIn(file: FileFacts | null, owner: number): readonly NamedPlace[] {
  const bindings = file?.functions[owner]?.bindings ?? []
  return bindings.flatMap(({ target, targetSpan, via, value }) => {
    const isName = file !== null && via === 'assign' && value !== null && /^[a-z][a-z0-9_]+$/.test(target)
    return isName ? [{ name: target, file, span: targetSpan }] : []
  })
}

/** How often production code says a name; more often than it is given a value: something reads it. */
function timesMentioned({ workspace }: Inference, name: string): number {
  const word = new RegExp(`\\b${name}\\b`, 'g')
  const texts = workspace.mentioning(name).map((path) => workspace.text(path) ?? '')
  return texts.reduce((sum, text) => sum + [...text.replace(/#.*$/gm, '').matchAll(word)].length, 0)
}
