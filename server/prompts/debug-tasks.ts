import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { completable } from '@modelcontextprotocol/sdk/server/completable.js'
import * as z from 'zod'
import { complete } from '../completion.ts'
import { validate } from './steps.ts'
import { promptFor } from './workflow.ts'

const symptoms = ['stuck', 'lost', 'run twice', 'slow', 'pending for ever', 'never received', 'fail again and again', 'killed']

const argsSchema = {
  symptom: completable(z.string().max(1000).describe('What the tasks do: are stuck, lost, run twice, slow.'), (typed) => complete(typed, symptoms)),
  evidence: z.string().max(20_000).optional().describe('Errors, log lines, numbers, as they are.'),
}

/** Offers the prompt `debug_tasks`. */
export function registerDebugTasks(server: McpServer): void {
  server.registerPrompt('debug_tasks', { title: 'Debug tasks', description: 'Why tasks are stuck, lost, doubled, slow or failing, and the repair.', argsSchema }, ({ symptom, evidence }) =>
    promptFor({
      goal: 'Find out why background tasks misbehave, prove it, and mend it.',
      said: { 'The symptom': symptom, 'What was seen': evidence },
      steps: [
        'Analyse: see with `map_tasks` who sends the task, to which queue, with which retries and limits. Collect what is missing: versions, settings in effect, worker logs, queue length.',
        'Load: ask `guide` with the symptom and the exact error, without secrets; call `review` on the task and on the code that sends it.',
        'List the causes that fit, the likeliest first, each with a look that tells it from the others. Look before you change anything; run nothing that drops messages or kills workers unless I agree.',
        'Implement the repair of the cause, not of the symptom, with a test or a log line that would have shown it.',
        validate,
      ],
    }),
  )
}
