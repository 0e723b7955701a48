import { serverEntry, serverName } from '../../cli/init/server-entry.ts'

/** An address that makes Cursor offer to add the server. */
function cursorLink(): string {
  const config = Buffer.from(JSON.stringify(serverEntry)).toString('base64')
  return `https://cursor.com/install-mcp?${new URLSearchParams({ name: serverName, config }).toString()}`
}

/** An address that makes VS Code offer to add the server. Its own kind of address does not work on a page, so another leads to it. */
function codeLink(): string {
  const link = `vscode:mcp/install?${encodeURIComponent(JSON.stringify({ name: serverName, ...serverEntry }))}`
  return `https://insiders.vscode.dev/redirect?url=${encodeURIComponent(link)}`
}

/** The part of README that says how each client is told of the server. @param repository owner and name, as GitHub's. */
export function clientList(repository: string): string {
  const command = [serverEntry.command, ...serverEntry.args].join(' ')
  const config = JSON.stringify({ mcpServers: { [serverName]: serverEntry } })
  return [
    `- **Cursor**: [add the server](${cursorLink()}).`,
    `- **VS Code**: [add the server](${codeLink()}).`,
    `- **Claude Code**: \`claude mcp add ${serverName} -- ${command}\`; or \`/plugin marketplace add ${repository}\` and \`/plugin install ${serverName}@${serverName}\`, which bring the skill as well.`,
    `- **Skill alone**, for whichever assistant reads skills: \`npx skills add ${repository}\`, or, where the package is installed, \`npx skills add ./node_modules/taskwise\`.`,
    '- **Any other** that is set up with JSON:',
    '',
    '  ```json',
    `  ${config.replaceAll(/[:,]/g, '$& ').replaceAll('{', '{ ').replaceAll('}', ' }')}`,
    '  ```',
  ].join('\n')
}
