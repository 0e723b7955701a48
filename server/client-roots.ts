import { fileURLToPath } from 'node:url'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { resolveRoots } from './roots.ts'

const answerWithin = { timeout: 2000 }

/** The configured folders and those the client offers at this moment, resolved. */
export async function allowedRoots({ server }: McpServer, configured: readonly string[]): Promise<readonly string[]> {
  return resolveRoots([...configured, ...(await offeredFolders(server))])
}

/**
 * A client that does not answer, or answers with something else than folders, offers none. Nor does one with a session id: it comes over HTTP,
 * perhaps from another machine or another user's program, and may not choose what is read here.
 */
async function offeredFolders(server: McpServer['server']): Promise<readonly string[]> {
  if (server.getClientCapabilities()?.roots === undefined || server.transport?.sessionId !== undefined) return []
  try {
    const { roots } = await server.listRoots(undefined, answerWithin)
    return roots.filter(({ uri }) => uri.startsWith('file:')).map(({ uri }) => fileURLToPath(uri))
  } catch {
    return []
  }
}
