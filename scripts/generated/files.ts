import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { agentsSnippet } from '../../cli/init/agents-snippet.ts'
import { loadReferences } from '../references/load.ts'
import { loadRule, ruleIds } from '../rule-folders.ts'
import type { GeneratedFile } from './generated-file.ts'
import { clientList } from './install-links.ts'
import { withMarkedPart } from './marked-part.ts'
import { type Manifest, pluginFiles } from './plugin.ts'
import { registrySource } from './registry.ts'
import { ruleTable } from './rule-table.ts'
import { skillFiles, skillFolder } from './skill.ts'

const repository = 'taskwise/taskwise'

/** Folders in which nothing else may stand. */
export const generatedFolders: readonly string[] = [skillFolder]

/** What the generated files of the repository at `root` should hold now. Throws where what they are made of lacks its form. */
export async function* generatedFiles(root: string): AsyncGenerator<GeneratedFile> {
  const ids = await ruleIds(root)
  yield { path: 'rules/registry.ts', content: registrySource(ids) }

  const rules = await Promise.all(ids.map((id) => loadRule(root, id)))
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  yield { path: 'README.md', content: withMarkedPart(withMarkedPart(readme, 'clients', clientList(repository)), 'rules', ruleTable(rules)) }

  yield { path: 'docs/agents-snippet.md', content: agentsSnippet }
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest
  yield* pluginFiles(manifest, `https://github.com/${repository}`)
  yield* await skillFiles(await loadReferences(root), await readDescription())
}

/** The skill's description: the paragraph by which an assistant chooses it. */
async function readDescription(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, 'skill-description.txt'), 'utf8')
  return text.trim().replaceAll(/\s+/g, ' ')
}
