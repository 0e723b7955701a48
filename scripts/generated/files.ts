import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadRule, ruleIds } from '../rule-folders.ts'
import { registrySource } from './registry.ts'
import { withRuleTable } from './rule-table.ts'

/** A file that is wholly or partly written by `npm run generate`; `path` is relative to the repository, with `/`. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}

/** What the generated files of the repository at `root` should hold now. Throws what `loadRule` and `withRuleTable` throw. */
export async function* generatedFiles(root: string): AsyncGenerator<GeneratedFile> {
  const ids = await ruleIds(root)
  yield { path: 'rules/registry.ts', content: registrySource(ids) }

  const rules = await Promise.all(ids.map((id) => loadRule(root, id)))
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  yield { path: 'README.md', content: withRuleTable(readme, rules) }
}
