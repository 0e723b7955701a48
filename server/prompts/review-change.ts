import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import { validate } from './steps.ts'
import { promptFor } from './workflow.ts'

const argsSchema = {
  paths: z.string().max(4000).optional().describe('Files or folders; else what has changed since the last commit.'),
}

/** Offers the prompt `review_change`. */
export function registerReviewChange(server: McpServer): void {
  server.registerPrompt('review_change', { title: 'Review my change', description: 'What will go wrong with changed task code, and the repair.', argsSchema }, ({ paths }) =>
    promptFor({
      goal: 'Review what I changed in the code of background tasks, and mend it.',
      said: { 'The paths': paths },
      steps: [
        'Analyse: find the files that changed (the paths above, or by version control), and with `map_tasks` who sends the tasks in them.',
        'Load: call `review` with these paths, `explain_rule` for each rule that reports, and `guide` for what a finding leaves open.',
        'Judge each finding by the code. Implement the repair with the smallest change; say why, where you leave one as it is.',
        validate,
      ],
    }),
  )
}
