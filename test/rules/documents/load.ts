import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../../../rules/registry.ts'
import { readCaseList } from './case-list.ts'
import type { Group } from './group.ts'
import { readRulePage } from './rule-page.ts'

/** A document of a rule: its examples, or the reason why it cannot be read. */
export interface RuleDocument {
  readonly rule: string
  /** Relative to the repository. */
  readonly path: string
  readonly groups: readonly Group[]
  readonly problem: string | null
}

const folder = join(import.meta.dirname, '../../../rules')

/** The names of the folders of rules, sorted. */
export const ruleFolders: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

/** The page and the list of cases of every rule that has a folder. */
export const documents: readonly RuleDocument[] = ruleFolders.flatMap((id) => [
  load(id, 'rule.md', (text) => readRulePage(id, summaryOf(id), text)),
  load(id, 'cases.md', (text) => readCaseList(id, text)),
])

function load(rule: string, name: string, read: (text: string) => Group[]): RuleDocument {
  const path = `rules/${rule}/${name}`
  const file = join(folder, rule, name)
  if (!existsSync(file)) return { rule, path, groups: [], problem: 'the file is missing' }
  try {
    return { rule, path, groups: read(readFileSync(file, 'utf8')), problem: null }
  } catch (error) {
    return { rule, path, groups: [], problem: error instanceof Error ? error.message : String(error) }
  }
}

function summaryOf(id: string): string {
  return rules.find((rule) => rule.id === id)?.summary ?? 'nothing: the registry lacks the rule'
}
