import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import { allowedRoots } from './client-roots.ts'
import type { ToolDefinition } from './tool-list.ts'
import { showReview } from './tools/review-text.ts'

const inputSchema = {
  code: z.string().optional().describe('Source text, instead of paths.'),
  filename: z.string().max(500).optional().describe('Where the code would stand: src/jobs.ts.'),
  paths: z.array(z.string().min(1).max(4096)).min(1).max(100).optional().describe('Files or folders below the roots.'),
  strict: z.boolean().optional().describe('Also matters of opinion.'),
}

const finding = z.looseObject({ rule: z.string(), message: z.string() })

const outputSchema = {
  root: z.string(),
  findings: z.array(finding),
  checklist: z.array(z.looseObject({})),
  partly_read: z.array(z.looseObject({})),
  problems: z.array(z.string()),
  review_again: z.boolean(),
}

const description = 'Finds mistakes in task code (Celery, Django, BullMQ, pg-boss) that pass tests and fail in production. Give paths where files exist, else code.'

/** Offers `review` to the clients of `server`; files are read below `roots` and the folders a client offers. */
export function registerReview(server: McpServer, roots: readonly string[]): ToolDefinition {
  const definition = { name: 'review', title: 'Review background-task code', description, inputSchema, outputSchema }
  server.registerTool(definition.name, definition, async (request) => {
    // Loaded with the first review, so that a client can connect and list the tools without waiting for the parser.
    const { review } = await import('./tools/review.ts')
    const answer = await review(request, await allowedRoots(server, roots))
    return { content: [{ type: 'text', text: showReview(answer) }], structuredContent: { ...answer } }
  })
  return definition
}
