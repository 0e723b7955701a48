import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { completable } from '@modelcontextprotocol/sdk/server/completable.js'
import * as z from 'zod'
import { complete } from '../completion.ts'
import { load, validate } from './steps.ts'
import { promptFor } from './workflow.ts'

const kinds = ['fire-and-forget', 'result-tracking', 'workflow', 'periodic', 'long-running']

const argsSchema = {
  work: z.string().max(4000).describe('What should happen in the background.'),
  kind: completable(z.string().max(100).optional().describe(`One of ${kinds.join(', ')}, where it is known.`), (typed = '') => complete(typed, kinds)),
}

/** Offers the prompt `design_task`. */
export function registerDesignTask(server: McpServer): void {
  server.registerPrompt('design_task', { title: 'Design a task', description: 'From a wish to a background task that survives production.', argsSchema }, ({ work, kind }) =>
    promptFor({
      goal: 'Design a background task and write it.',
      said: { 'The work': work, 'Its kind': kind },
      steps: [
        `Analyse: see with \`map_tasks\` which tasks, queues and limits there are, and look up the installed versions. Say which kind of task it is (${kinds.join(', ')}). Ask me only what stays open: is the result needed, what may be tried again, is a second run harmless, how long does it take, must it happen for certain?`,
        load,
        'Implement what the sections say in the style of the code around it: ids and plain data as arguments, sent after the commit, capped retries, time limits, and a test that runs it twice.',
        validate,
      ],
    }),
  )
}
