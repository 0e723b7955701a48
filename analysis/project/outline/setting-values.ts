import { oldSettingNames } from '../../frameworks/celery-setting-names.ts'
import type { Expression } from '../../model/expression.ts'
import type { Binding, FileFacts } from '../../model/file-facts.ts'
import type { Value } from '../../model/value.ts'
import { calledName } from '../facts/called-names.ts'
import { callSite } from '../facts/site.ts'
import { pathsMentioningAny } from '../files/mention-index.ts'
import { constantOf, type Constant } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { runsInProduction } from '../inference/production-branches.ts'
import type { Written } from '../inference/written-value.ts'
import { forEachExpression } from '../tasks/attribute-uses.ts'

/** Every name under which a setting of Celery can be given: its own, the one in Django's settings, those of earlier generations. */
export function namesOfSetting(setting: string): readonly string[] {
  return [setting, `CELERY_${setting.toUpperCase()}`, ...(oldNames.get(setting) ?? [])]
}

const oldNames: ReadonlyMap<string, readonly string[]> = invert(oldSettingNames)

function invert(names: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const inverse = new Map<string, string[]>()
  for (const [name, meant] of names) inverse.set(meant, [...(inverse.get(meant) ?? []), name])
  return inverse
}

/** Wherever production code gives a setting of Celery a value, as an assignment, an argument or a key. @param setting in its present, lower-case name. */
export function settingValues(types: Inference, setting: string): readonly Written[] {
  const names = new Set(namesOfSetting(setting))
  return pathsMentioningAny(types.workspace, [...names]).flatMap((path) => {
    const file = types.workspace.facts(path)
    return file === null ? [] : [...assigned(file, names), ...passed(file, names), ...keyed(file, names)]
  })
}

const constants = new WeakMap<Inference, Map<string, Value<Constant>>>()

/** The value that all those places agree on. */
export function settingConstant(types: Inference, setting: string): Value<Constant> {
  let known = constants.get(types)
  if (known === undefined) {
    known = new Map()
    constants.set(types, known)
  }
  const value = known.get(setting) ?? agreedConstant(types, setting)
  known.set(setting, value)
  return value
}

function agreedConstant(types: Inference, setting: string): Value<Constant> {
  const values = settingValues(types, setting).map(({ expression, site }) => constantOf(types, expression, site))
  const [first, ...others] = values
  if (first === undefined) return { state: 'absent' }
  return first.state === 'known' && others.every((other) => other.state === 'known' && other.value === first.value) ? first : { state: 'dynamic' }
}

function assigned(file: FileFacts, names: ReadonlySet<string>): readonly Written[] {
  return file.functions.flatMap(({ kind, bindings }, index) =>
    bindings.flatMap((binding) => {
      const isName = (kind === 'module' || kind === 'class-body') && names.has(binding.target)
      if (binding.via !== 'assign' || binding.value === null || !(isName || isOfConfiguration(binding, names)) || !runsInProduction(file, binding.block)) return []
      return [{ expression: binding.value, site: { file, function: index, at: binding.span.start } }]
    }),
  )
}

/** `app.conf.task_routes`, `app.conf["task_routes"]` */
function isOfConfiguration({ target }: Binding, names: ReadonlySet<string>): boolean {
  const name = /\.(?:conf|config)(?:\.(\w+)|\[["'](\w+)["']\])$/.exec(target)
  return name !== null && names.has(name[1] ?? name[2] ?? '')
}

const configuring: ReadonlySet<string> = new Set(['update', 'add_defaults', 'Celery', 'dict', 'from_mapping'])

function passed(file: FileFacts, names: ReadonlySet<string>): readonly Written[] {
  return file.calls.flatMap((call) => {
    if (!configuring.has(calledName(file, call) ?? '')) return []
    return call.arguments.flatMap(({ name, value }) => (name !== null && names.has(name) ? [{ expression: value, site: callSite(file, call) }] : []))
  })
}

function keyed(file: FileFacts, names: ReadonlySet<string>): readonly Written[] {
  const found: Written[] = []
  forEachExpression(file, (expression, owner) => {
    for (const [key, value] of entriesOf(expression)) {
      if (names.has(key)) found.push({ expression: value, site: { file, function: owner, at: value.span.start } })
    }
  })
  return found
}

function entriesOf(expression: Expression): readonly (readonly [string, Expression])[] {
  if (expression.kind !== 'record') return []
  return expression.entries.flatMap(({ key, value }) => (key?.kind === 'literal' && typeof key.value === 'string' ? [[key.value, value] as const] : []))
}
