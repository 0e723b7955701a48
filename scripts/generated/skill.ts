import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serverEntry } from '../../cli/init/server-entry.ts'
import { commentOf, matterOf } from '../references/form.ts'
import type { Reference } from '../references/reference.ts'
import type { GeneratedFile } from './generated-file.ts'
import { sectionPage } from './section-page.ts'

/** Where the skill stands; nothing else may stand there. */
export const skillFolder = 'skills/taskwise'

/** The index of the skill, one page a reference that lists its sections, and one a section. @param description what the skill is for, on one line. */
export async function skillFiles(references: readonly Reference[], description: string): Promise<readonly GeneratedFile[]> {
  const template = await readFile(join(import.meta.dirname, 'skill-index.md'), 'utf8')
  const command = [serverEntry.command, ...serverEntry.args.slice(0, -1)].join(' ')
  const words: Readonly<Record<string, string>> = {
    description: JSON.stringify(description),
    command,
    references: references.map(indexEntry).join('\n'),
  }
  const index = template.replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '')
  return [{ path: `${skillFolder}/SKILL.md`, content: index }, ...references.flatMap(referencePages)]
}

/** When to read a reference, and the ids of its sections. */
function indexEntry(reference: Reference): string {
  const { id, title, summary } = matterOf(reference)
  const sections = reference.sections.map((section) => commentOf(section)?.id ?? '')
  return `- [${title}](references/${id}.md): ${summary} In \`${id}\`: ${sections.join(', ')}.`
}

function referencePages(reference: Reference): readonly GeneratedFile[] {
  const { id, title, summary, 'applies-to': appliesTo } = matterOf(reference)
  const versions = Object.entries(appliesTo).map(([name, range]) => `${name} ${range}`)
  const entries = reference.sections.map((section) => `- [${section.heading}](${id}/${commentOf(section)?.id ?? ''}.md)`)
  const outline = [`# ${title}`, summary, `For ${versions.join(', ')}.`, entries.join('\n')].join('\n\n')
  const folder = `${skillFolder}/references`
  const pages = reference.sections.map((section) => sectionPage(id, section)).map(({ path, content }) => ({ path: `${folder}/${path}`, content }))
  return [{ path: `${folder}/${id}.md`, content: `${outline}\n` }, ...pages]
}
