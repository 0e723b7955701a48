import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import type { ToolDefinition } from './tool-list.ts'
import { explainRule } from './tools/explain-rule.ts'

const inputSchema = {
  id: z.string().min(1).max(200).describe('As in a finding: object-argument.'),
}

const outputSchema = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.string(),
  preset: z.string(),
  sections: z.array(z.looseObject({})),
}

const description = 'Why a rule reports, with wrong and right code and sources.'

/** Offers `explain_rule` to the clients of `server`. */
export function registerExplainRule(server: McpServer): ToolDefinition {
  const definition = { name: 'explain_rule', title: 'Explain a rule', description, inputSchema, outputSchema }
  server.registerTool(definition.name, definition, async ({ id }) => {
    const { document, ...explanation } = await explainRule(id)
    const text = `${document.trim()}\n\nKind: ${explanation.kind}. Preset: ${explanation.preset}.`
    return { content: [{ type: 'text', text }], structuredContent: { ...explanation } }
  })
  return definition
}
