import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js'
import * as z from 'zod'
import { readOnly } from './read-only.ts'

/** What a client is told of a tool. */
export interface ToolDefinition {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: z.ZodRawShape
  readonly outputSchema: z.ZodRawShape
}

/** What a client assumes anyway, or learns from the message of a refused call. */
const leftOut = new Set(['$schema', 'additionalProperties', 'maxLength', 'minLength', 'maxItems', 'minItems'])

/**
 * Lists tools that are registered with `server` in as few words as it takes: every definition is paid for in each conversation. The limits of
 * a call are held when it comes, not listed.
 */
export function listTools(server: McpServer, definitions: readonly ToolDefinition[]): void {
  server.server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: definitions.map(describe) }))
}

function describe({ name, title, description, inputSchema, outputSchema }: ToolDefinition): Tool {
  return { name, title, description, inputSchema: shapeOf(inputSchema), outputSchema: shapeOf(outputSchema), annotations: readOnly }
}

/** Many servers of one process list the same tools. */
const listed = new WeakMap<z.ZodRawShape, Tool['inputSchema']>()

function shapeOf(shape: z.ZodRawShape): Tool['inputSchema'] {
  const known = listed.get(shape) ?? readShape(shape)
  listed.set(shape, known)
  return known
}

function readShape(shape: z.ZodRawShape): Tool['inputSchema'] {
  const { properties, required } = z.toJSONSchema(z.object(shape), { io: 'input' })
  const short = Object.entries(properties ?? {}).map(([name, schema]) => [name, shorten(schema)] as const)
  return { type: 'object', properties: Object.fromEntries(short), ...(required === undefined ? {} : { required }) }
}

function shorten(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (leftOut.has(key) ? undefined : value))) as object
}
