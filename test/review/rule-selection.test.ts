import { describe, expect, test } from 'vitest'
import type { Rule } from '../../analysis/model/rule.ts'
import { type RuleSetting, selectRules } from '../../review/rule-selection.ts'

function rule(id: string, preset: Rule['preset']): Rule {
  return { id, preset, summary: '', kind: 'correctness', since: '0.1.0', frameworks: [], references: [], check: () => [] }
}

const rules = [rule('certain', 'recommended'), rule('opinion', 'strict')]

function selected(wishes: { readonly strict?: boolean; readonly only?: readonly string[]; readonly settings?: Readonly<Record<string, RuleSetting>> }): unknown {
  const { strict = false, only = null, settings = {} } = wishes
  const selection = selectRules(rules, { strict, only, settings: new Map(Object.entries(settings)) })
  return [selection.rules.map((entry) => `${entry.rule.id} ${entry.severity}`), selection.unusedSuppression]
}

describe('which rules run', () => {
  test('the recommended ones, as errors', () => {
    expect(selected({})).toEqual([['certain error'], 'warning'])
  })

  test('the strict ones too when asked, as warnings', () => {
    expect(selected({ strict: true })).toEqual([['certain error', 'opinion warning'], 'warning'])
  })

  test('what the configuration says', () => {
    expect(selected({ settings: { certain: 'warning', opinion: 'error' } })).toEqual([['certain warning', 'opinion error'], 'warning'])
    expect(selected({ strict: true, settings: { certain: 'off', opinion: 'off', 'unused-suppression': 'off' } })).toEqual([[], null])
    expect(selected({ settings: { 'unused-suppression': 'error' } })).toEqual([['certain error'], 'error'])
  })

  test('only those named, even where they are off or strict', () => {
    expect(selected({ only: ['opinion'] })).toEqual([['opinion warning'], null])
    expect(selected({ only: ['certain'], settings: { certain: 'off' } })).toEqual([['certain error'], null])
    expect(selected({ only: ['certain', 'unused-suppression'], settings: { certain: 'warning' } })).toEqual([['certain warning'], 'warning'])
  })

  test('none by a name that nobody has', () => {
    expect(() => selected({ only: ['certian'] })).toThrow('There is no rule `certian`; did you mean `certain`?')
    expect(() => selected({ only: ['E501'] })).toThrow('There is no rule `E501`; there are only: certain, opinion, unused-suppression.')
  })
})
