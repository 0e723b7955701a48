import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import { allowedRoots } from './client-roots.ts'
import type { ToolDefinition } from './tool-list.ts'
import { showGuide } from './tools/guide-text.ts'

const inputSchema = {
  request: z.string().min(1).describe('What is wanted, a symptom, or a pasted error, in plain words.'),
  code: z.string().optional().describe('Code it is about.'),
  filename: z.string().max(500).optional(),
  root: z.string().min(1).max(4096).optional().describe('Project folder.'),
  max_tokens: z.number().int().min(200).max(20_000).optional(),
}

const texts = z.array(z.string())

const outputSchema = {
  found: z.boolean(),
  note: z.string(),
  task_types: texts,
  questions: texts,
  practices: texts,
  rules: texts,
  tokens: z.number(),
  sections: z.array(z.looseObject({ id: z.string(), text: z.string() })),
}

const description =
  'How to write, configure, schedule, test, deploy or debug Celery tasks, or mend BullMQ and pg-boss: the few verified sections that fit, what to settle first, rules to mind; or nothing.'

/** Offers `guide` to the clients of `server`; projects are looked at below `roots` and the folders a client offers. */
export function registerGuide(server: McpServer, roots: readonly string[]): ToolDefinition {
  const definition = { name: 'guide', title: 'Guide a task', description, inputSchema, outputSchema }
  server.registerTool(definition.name, definition, async (request) => {
    // Loaded with the first question, so that a client can connect without waiting for the models.
    const { guide } = await import('./tools/guide.ts')
    const answer = await guide(request, request.root === undefined ? [] : await allowedRoots(server, roots))
    return { content: [{ type: 'text', text: showGuide(answer) }], structuredContent: { ...answer } }
  })
  return definition
}
