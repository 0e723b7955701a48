import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { allowedRoots } from './client-roots.ts'
import { explainRuleInput, explainRuleOutput, reviewInput, reviewOutput } from './schemas.ts'
import { explainRule } from './tools/explain-rule.ts'
import { review } from './tools/review.ts'
import { showReview } from './tools/review-text.ts'

export interface ServerSettings {
  /** Folders below which files may be read, beside those that the client offers. */
  readonly roots: readonly string[]
  readonly version: string
}

const instructions = `Taskwise reviews background-task code: Python with Django and Celery or Django Tasks.
Use it after writing or changing tasks, the code that sends them, transactions around them, beat schedules or Celery settings, and when asked what could go wrong with them.
Prefer paths to code: many findings need the rest of the project. Every finding is meant to be acted on; explain_rule tells why and shows the right form.
It says nothing about style, types, or code without background tasks, and it never changes files.`

const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/** A server with all tools that is not yet connected. An error that a tool throws becomes a tool error with its message. */
export function createServer({ roots, version }: ServerSettings): McpServer {
  const server = new McpServer({ name: 'taskwise', title: 'Taskwise', version }, { instructions })
  server.registerTool(
    'review',
    {
      title: 'Review background-task code',
      description:
        'Finds mistakes in Django and Celery task code that pass tests and fail in production: tasks sent before the commit, objects as arguments, ' +
        'endless retries, secrets in messages, options, settings and schedules that do not do what they say. Give paths where files exist, else code.',
      inputSchema: reviewInput,
      outputSchema: reviewOutput,
      annotations,
    },
    async (request) => {
      const answer = await review(request, await allowedRoots(server, roots))
      return result(showReview(answer), { ...answer })
    },
  )
  server.registerTool(
    'explain_rule',
    {
      title: 'Explain a rule',
      description: "Tells what one of the review's rules reports and why it hurts, with wrong and right code and its sources.",
      inputSchema: explainRuleInput,
      outputSchema: explainRuleOutput,
      annotations,
    },
    async ({ id }) => {
      const { document, ...explanation } = await explainRule(id)
      return result(`${document.trim()}\n\nKind: ${explanation.kind}. Preset: ${explanation.preset}.`, explanation)
    },
  )
  return server
}

function result(text: string, structuredContent: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text }], structuredContent }
}
