import type { Expression } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite, type Site } from '../facts/site.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'

/**
 * What a web application's configuration may hold under a key: for `web.config["CELERY"]`, the values of
 * `web.config.from_mapping(CELERY=…)`, `web.config["CELERY"] = …` and `CELERY = …` in a configuration module or class.
 */
export function heldUnderKey(types: Inference, expression: Expression, site: Site): readonly Written[] {
  const source = writtenValue(types, expression, site)?.expression
  if (source?.kind !== 'index' || source.key.kind !== 'literal' || typeof source.key.value !== 'string') return []
  const { object, key: { value: key } } = source
  if (object.kind !== 'member' || object.name !== 'config') return []
  const paths = types.workspace.mentioning(key)
  return paths.flatMap((path) => types.workspace.facts(path) ?? []).flatMap((file) => [...passed(file, key), ...assigned(file, key)])
}

function passed(file: FileFacts, key: string): readonly Written[] {
  return file.calls.flatMap((call) => {
    const { callee } = call
    if (callee.kind !== 'member' || !/^(from_mapping|update)$/.test(callee.name)) return []
    const option = call.arguments.find(({ name }) => name === key)
    return option === undefined ? [] : [{ expression: option.value, site: callSite(file, call) }]
  })
}

function assigned(file: FileFacts, key: string): readonly Written[] {
  return file.functions.flatMap(({ kind, bindings }, index) =>
    bindings.flatMap(({ target, via, value, span }) => {
      const isName = target === key && (kind === 'module' || kind === 'class-body')
      const isItem = target.endsWith(`.config["${key}"]`) || target.endsWith(`.config['${key}']`)
      return (isName || isItem) && via === 'assign' && value !== null ? [{ expression: value, site: { file, function: index, at: span.start } }] : []
    }),
  )
}
