import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ReviewError } from '../../review/review-error.ts'
import { withAgentsSnippet } from './agents-snippet.ts'
import type { ClientName } from './client-names.ts'
import { formerPages } from './former-pages.ts'
import { withEntry } from './json-entry.ts'
import { serverEntry, serverName } from './server-entry.ts'
import { skillFiles } from './skill-files.ts'

/** What a client needs in a project. */
export interface Target {
  /** A file, or a folder that ends with `/`; relative to the project. */
  readonly place: string
  /** Files relative to the project, and what each should hold; given what it holds now, or an empty text. */
  readonly files: ReadonlyMap<string, (current: string) => string>
  /** Files of ours, relative to the project, that are to go; told by reading what is there. */
  readonly former?: (read: (path: string) => string | null) => readonly string[]
}

interface Client {
  /** A project that has one of these uses it. */
  readonly signs: readonly string[]
  readonly targets: (folder: string) => readonly Target[]
}

/** How each client is set up. */
export const clients: Readonly<Record<ClientName, Client>> = {
  claude: { signs: ['.claude', '.mcp.json', 'CLAUDE.md'], targets: () => [jsonTarget('.mcp.json', 'mcpServers', serverEntry)] },
  cursor: { signs: ['.cursor'], targets: () => [jsonTarget('.cursor/mcp.json', 'mcpServers', serverEntry)] },
  vscode: { signs: ['.vscode'], targets: () => [jsonTarget('.vscode/mcp.json', 'servers', { type: 'stdio', ...serverEntry })] },
  agents: { signs: ['AGENTS.md'], targets: () => [{ place: 'AGENTS.md', files: new Map([['AGENTS.md', withAgentsSnippet]]) }] },
  skill: { signs: ['.claude/skills', '.agents/skills'], targets: (folder) => skillFolders(folder).map(skillTarget) },
}

function jsonTarget(place: string, group: string, value: object): Target {
  return { place, files: new Map([[place, (current: string) => withEntry(current, { group, name: serverName, value })]]) }
}

function skillFolders(folder: string): readonly string[] {
  const used = ['.claude/skills', '.agents/skills'].filter((path) => existsSync(join(folder, path)))
  if (used.length > 0) return used
  return [existsSync(join(folder, '.claude')) ? '.claude/skills' : '.agents/skills']
}

/** The folder is ours whole, unless its index says that it is another's. */
function skillTarget(parent: string): Target {
  const place = `${parent}/${serverName}/`
  const pages = skillFiles()
  const files = [...pages].map(([path, text]) => [place + path, (current: string) => replaced(path, current, text)] as const)
  return { place, files: new Map(files), former: (read) => formerPages(pages, (path) => read(place + path)).map((path) => place + path) }
}

function replaced(path: string, current: string, text: string): string {
  if (path === 'SKILL.md' && current !== '' && !/^name: taskwise\r?$/m.test(current)) throw new ReviewError('it is the index of another skill')
  return text
}
