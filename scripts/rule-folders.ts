import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from '../analysis/model/rule.ts'

/** The ids of the rules below `root`: the names of the folders in `rules/`, sorted. A missing folder holds none. */
export async function ruleIds(root: string): Promise<string[]> {
  const folder = join(root, 'rules')
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/**
 * Loads the rule that `rules/<id>/rule.ts` exports.
 * Throws when the file exports no constant `rule`, or one whose id is not the folder's name.
 */
export async function loadRule(root: string, id: string): Promise<Rule> {
  const file = join(root, 'rules', id, 'rule.ts')
  const { rule } = (await import(pathToFileURL(file).href)) as { readonly rule?: Rule }
  if (rule === undefined) throw new Error(`rules/${id}/rule.ts exports no constant named "rule"`)
  if (rule.id !== id) throw new Error(`rules/${id}/rule.ts says its id is "${rule.id}": the folder and the id must be the same`)
  return rule
}
