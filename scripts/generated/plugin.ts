import { serverEntry, serverName } from '../../cli/init/server-entry.ts'
import type { GeneratedFile } from './generated-file.ts'

/** What the manifest of the package says that others repeat. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly author: string
  readonly license: string
  readonly keywords: readonly string[]
}

/** The plugin for Claude Code, the marketplace that offers it alone, and the server that both bring. @param homepage an address. */
export function pluginFiles({ name, version, description, author, license, keywords }: Manifest, homepage: string): readonly GeneratedFile[] {
  const plugin = { name, version, description, author: { name: author }, homepage, repository: homepage, license, keywords }
  const marketplace = { name, description, owner: { name: author }, plugins: [{ name, source: './', description }] }
  return [
    { path: '.claude-plugin/plugin.json', content: json(plugin) },
    { path: '.claude-plugin/marketplace.json', content: json(marketplace) },
    { path: '.mcp.json', content: json({ mcpServers: { [serverName]: serverEntry } }) },
  ]
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
