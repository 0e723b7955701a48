import { hint } from './nearest-name.ts'
import { ReviewError } from './review-error.ts'
import type { RuleSetting } from './rule-selection.ts'

const keys = ['rules', 'exclude']
const settings: readonly string[] = ['off', 'warning', 'error'] satisfies readonly RuleSetting[]

/**
 * Checks a configuration's values: `rules` by rule id, and `exclude`, both optional. `source` names the file in errors.
 * Throws a ReviewError for anything unknown, so that a misspelled word never passes for a decision.
 */
export function parseConfiguration(
  value: unknown,
  source: string,
  ruleIds: readonly string[],
): { readonly rules: ReadonlyMap<string, RuleSetting>; readonly exclude: readonly string[] } {
  if (!isTable(value)) throw new ReviewError(`${source}: expected an object with the keys \`rules\` and \`exclude\`.`)
  for (const key of Object.keys(value)) {
    if (keys.includes(key) || key === '$schema') continue
    throw new ReviewError(`${source}: there is no key \`${key}\`${hint(key, keys)}`)
  }
  return { rules: parseRules(value['rules'] ?? {}, source, ruleIds), exclude: parseExclude(value['exclude'] ?? [], source) }
}

function parseRules(value: unknown, source: string, ruleIds: readonly string[]): ReadonlyMap<string, RuleSetting> {
  if (!isTable(value)) throw new ReviewError(`${source}: \`rules\` must map rule ids to "off", "warning" or "error".`)
  return new Map(Object.entries(value).map(([id, setting]) => [id, parseSetting(id, setting, source, ruleIds)]))
}

function parseSetting(id: string, setting: unknown, source: string, ruleIds: readonly string[]): RuleSetting {
  if (!ruleIds.includes(id)) throw new ReviewError(`${source}: there is no rule \`${id}\`${hint(id, ruleIds)}`)
  if (isSetting(setting)) return setting
  throw new ReviewError(`${source}: \`rules.${id}\` must be "off", "warning" or "error", not ${JSON.stringify(setting)}.`)
}

function parseExclude(value: unknown, source: string): readonly string[] {
  if (Array.isArray(value) && value.every((pattern) => typeof pattern === 'string')) return value
  throw new ReviewError(`${source}: \`exclude\` must be a list of patterns such as "scripts/".`)
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSetting(value: unknown): value is RuleSetting {
  return typeof value === 'string' && settings.includes(value)
}
