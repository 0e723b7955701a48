import type { ToolAnnotations } from '@modelcontextprotocol/sdk/types.js'

/** What all tools promise: they look, change nothing, and reach nothing beyond this machine. */
export const readOnly: ToolAnnotations = { readOnlyHint: true, openWorldHint: false }
