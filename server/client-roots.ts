import { fileURLToPath } from 'node:url'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { resolveRoots } from './roots.ts'

const answerWithin = { timeout: 2000 }

/** The configured folders and those the client offers at this moment, resolved. */
export async function allowedRoots({ server }: McpServer, configured: readonly string[]): Promise<readonly string[]> {
  return resolveRoots([...configured, ...(await offeredFolders(server))])
}

/**
 * A client that does not answer offers none, and what is no folder of this machine does not count. A client with a session id
 * offers none either: it comes over HTTP, perhaps from another machine or another user's program, and may not choose what is read here.
 */
async function offeredFolders(server: McpServer['server']): Promise<readonly string[]> {
  if (server.getClientCapabilities()?.roots === undefined || server.transport?.sessionId !== undefined) return []
  try {
    const { roots } = await server.listRoots(undefined, answerWithin)
    return roots.flatMap(({ uri }) => folderAt(uri))
  } catch {
    return []
  }
}

/** None where the address is of no file, or of one on another machine. */
function folderAt(uri: string): readonly string[] {
  try {
    return [fileURLToPath(uri)]
  } catch {
    return []
  }
}
