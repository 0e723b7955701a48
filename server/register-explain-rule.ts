import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { readOnly } from './read-only.ts'
import { explainRule } from './tools/explain-rule.ts'

const inputSchema = {
  id: z.string().min(1).max(200).describe('A rule id from a finding, such as object-argument.'),
}

const outputSchema = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(['correctness', 'reliability', 'performance', 'security', 'operations']),
  preset: z.enum(['recommended', 'strict']),
  sections: z.array(z.object({ heading: z.string(), text: z.string() })),
}

const description = "Tells what one of the review's rules reports and why it hurts, with wrong and right code and its sources."

/** Offers `explain_rule` to the clients of `server`. */
export function registerExplainRule(server: McpServer): void {
  const config = { title: 'Explain a rule', description, inputSchema, outputSchema, annotations: readOnly }
  server.registerTool('explain_rule', config, async ({ id }) => {
    const { document, ...explanation } = await explainRule(id)
    const text = `${document.trim()}\n\nKind: ${explanation.kind}. Preset: ${explanation.preset}.`
    return { content: [{ type: 'text', text }], structuredContent: { ...explanation } }
  })
}
