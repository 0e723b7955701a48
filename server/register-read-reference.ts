import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import type { ToolDefinition } from './tool-list.ts'
import { showReference } from './tools/read-reference-text.ts'

const inputSchema = { id: z.string().min(1).max(200).describe('error-handling, or error-handling#cap-retries.') }

const outputSchema = {
  id: z.string(),
  title: z.string(),
  text: z.string(),
  outline: z.array(z.looseObject({})),
  sources: z.array(z.string()),
}

/** Offers `read_reference` to the clients of `server`. */
export function registerReadReference(server: McpServer): ToolDefinition {
  const definition = { name: 'read_reference', title: 'Read a reference', description: 'A section with its sources, or the outline of a reference.', inputSchema, outputSchema }
  server.registerTool(definition.name, definition, async (request) => {
    const { readReference } = await import('./tools/read-reference.ts')
    const answer = await readReference(request)
    return { content: [{ type: 'text', text: showReference(answer) }], structuredContent: { ...answer } }
  })
  return definition
}
