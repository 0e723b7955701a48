import { pathToFileURL } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { expect, onTestFinished, test } from 'vitest'
import { allowedRoots } from '../../server/client-roots.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

/** A server whose client offers the folders at these addresses. */
async function serverOf(offered: readonly string[], session?: string): Promise<McpServer> {
  const client = new Client({ name: 'test', version: '1.0.0' }, { capabilities: { roots: {} } })
  client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: offered.map((uri) => ({ uri })) }))
  const server = new McpServer({ name: 'test', version: '1.0.0' })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  if (session !== undefined) theirs.sessionId = session
  onTestFinished(() => client.close())
  await Promise.all([server.connect(theirs), client.connect(ours)])
  return server
}

test('an address that leads to no folder of this machine takes none of the others away', async () => {
  const [configured, offered] = [await temporaryFolder(), await temporaryFolder()]
  const server = await serverOf(['file:///gone%2Faway', pathToFileURL(offered).href, 'file:///no/such/folder'])
  expect(await allowedRoots(server, [configured])).toEqual([configured, offered])
})

test('a client with a session id adds nothing', async () => {
  const [configured, offered] = [await temporaryFolder(), await temporaryFolder()]
  expect(await allowedRoots(await serverOf([pathToFileURL(offered).href], 'one'), [configured])).toEqual([configured])
})
