import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { allowedRoots } from './client-roots.ts'
import { readOnly } from './read-only.ts'
import { showReview } from './tools/review-text.ts'

const inputSchema = {
  code: z.string().optional().describe('Source text to review by itself, 1 MiB at most. Instead of paths.'),
  filename: z.string().max(500).optional().describe('Where the code would stand: shop/tasks.py (Python if left out), src/jobs.ts.'),
  paths: z.array(z.string().min(1).max(4096)).min(1).max(100).optional().describe('Files or folders below the allowed roots. Instead of code.'),
  strict: z.boolean().optional().describe('Also apply rules that are a matter of opinion.'),
}

const place = {
  file: z.string(),
  line: z.number(),
  column: z.number(),
  end_line: z.number(),
  end_column: z.number(),
}

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  ...place,
  related: z.array(z.object({ message: z.string(), ...place })),
  guidance: z.array(z.string()),
  url: z.string(),
  fixable: z.boolean(),
})

const outputSchema = {
  root: z.string().describe('Absolute folder that every file is relative to; empty for code.'),
  findings: z.array(finding),
  partly_read: z.array(z.object({ file: z.string(), line: z.number(), reason: z.string() })),
  problems: z.array(z.string()).describe('What could not be reviewed, and why.'),
  review_again: z.boolean().describe('Whether to review once more after fixing.'),
}

const description = [
  'Finds mistakes in Django and Celery task code that pass tests and fail in production: tasks sent before the commit, objects as arguments, endless retries,',
  'secrets in messages, options, settings and schedules that do not do what they say. Give paths where files exist, else code.',
].join(' ')

/** Offers `review` to the clients of `server`; files are read below `roots` and the folders a client offers. */
export function registerReview(server: McpServer, roots: readonly string[]): void {
  const config = { title: 'Review background-task code', description, inputSchema, outputSchema, annotations: readOnly }
  server.registerTool('review', config, async (request) => {
    // Loaded with the first review, so that a client can connect and list the tools without waiting for the parser.
    const { review } = await import('./tools/review.ts')
    const answer = await review(request, await allowedRoots(server, roots))
    return { content: [{ type: 'text', text: showReview(answer) }], structuredContent: { ...answer } }
  })
}
