import type { RuleDefinition } from '@eslint/core'
import { rules } from '../rules/registry.ts'
import { unusedSuppression } from '../review/rule-selection.ts'
import { adaptRule } from './adapted-rule.ts'
import { unusedSuppressionRule } from './unused-suppression.ts'

/** Every rule, by its id. */
export const eslintRules: Readonly<Record<string, RuleDefinition>> = {
  ...Object.fromEntries(rules.map((rule) => [rule.id, adaptRule(rule)])),
  [unusedSuppression]: unusedSuppressionRule,
}
