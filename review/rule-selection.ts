import type { Rule } from '../analysis/model/rule.ts'
import { hint } from './nearest-name.ts'
import type { Severity } from './result.ts'
import { ReviewError } from './review-error.ts'

/** What a configuration can say about a rule. */
export type RuleSetting = Severity | 'off'

/** The rules of one review, with what each finding counts as. */
export interface RuleSelection {
  readonly rules: readonly { readonly rule: Rule; readonly severity: Severity }[]
  /** What a suppression that silences nothing counts as; `null` where nobody asked. */
  readonly unusedSuppression: Severity | null
}

export interface SelectionWishes {
  /** Also the rules of the strict preset. */
  readonly strict: boolean
  /** These rules alone; `null`: by preset and settings. */
  readonly only: readonly string[] | null
  readonly settings: ReadonlyMap<string, RuleSetting>
}

/** The id that findings about comments carry, beside those of the rules. */
export const unusedSuppression = 'unused-suppression'

/** Every id that a configuration or a person may name. */
export function knownRuleIds(rules: readonly Rule[]): readonly string[] {
  return [...rules.map((rule) => rule.id), unusedSuppression]
}

/** Decides which of `rules` run and how severe each is. Throws a ReviewError for an id in `only` that nobody has. */
export function selectRules(rules: readonly Rule[], wishes: SelectionWishes): RuleSelection {
  const only = wishes.only === null ? null : new Set(wishes.only)
  const known = knownRuleIds(rules)
  for (const id of only ?? []) {
    if (!known.includes(id)) throw new ReviewError(`There is no rule \`${id}\`${hint(id, known)}`)
  }
  const selected = rules.flatMap((rule) => {
    const severity = only === null ? severityByPreset(rule, wishes) : only.has(rule.id) ? severityWhenNamed(rule, wishes) : null
    return severity === null ? [] : [{ rule, severity }]
  })
  return { rules: selected, unusedSuppression: selectUnused(only, wishes) }
}

function severityByPreset(rule: Rule, { strict, settings }: SelectionWishes): Severity | null {
  const setting = settings.get(rule.id)
  if (setting !== undefined) return setting === 'off' ? null : setting
  return rule.preset === 'recommended' || strict ? usualSeverity(rule) : null
}

/** A rule asked for by name runs even where the configuration turns it off. */
function severityWhenNamed(rule: Rule, { settings }: SelectionWishes): Severity {
  const setting = settings.get(rule.id) ?? 'off'
  return setting === 'off' ? usualSeverity(rule) : setting
}

function usualSeverity(rule: Rule): Severity {
  return rule.preset === 'recommended' ? 'error' : 'warning'
}

function selectUnused(only: ReadonlySet<string> | null, { settings }: SelectionWishes): Severity | null {
  const setting = settings.get(unusedSuppression) ?? 'warning'
  if (only === null) return setting === 'off' ? null : setting
  return only.has(unusedSuppression) ? 'warning' : null
}
