import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { completable } from '@modelcontextprotocol/sdk/server/completable.js'
import * as z from 'zod'
import { complete } from '../completion.ts'
import { load, validate } from './steps.ts'
import { promptFor } from './workflow.ts'

const times = ['every 10 minutes', 'every hour', 'every night at 02:30', 'on weekdays at 09:00', 'on the first of the month', 'once, later']

const argsSchema = {
  work: z.string().max(4000).describe('What should run.'),
  when: completable(z.string().max(200).optional().describe('When, and in which time zone.'), (typed = '') => complete(typed, times)),
}

/** Offers the prompt `schedule_task`. */
export function registerScheduleTask(server: McpServer): void {
  server.registerPrompt('schedule_task', { title: 'Schedule a task', description: 'A periodic or delayed task without overlap, gaps or doubles.', argsSchema }, ({ work, when }) =>
    promptFor({
      goal: 'Schedule a task.',
      said: { 'The work': work, When: when },
      steps: [
        'Analyse: see with `map_tasks` which schedules there are and which scheduler runs them; look up time zone settings and versions. Ask me only what stays open: the time zone, what happens when a run is missed or takes longer than the interval, whether people edit the schedule.',
        load,
        'Implement: one scheduler, every field of the schedule written out, a guard against overlapping runs, an expiry for late ones, time limits, and a second run that does no harm.',
        validate,
      ],
    }),
  )
}
