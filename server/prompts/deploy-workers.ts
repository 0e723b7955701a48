import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { completable } from '@modelcontextprotocol/sdk/server/completable.js'
import * as z from 'zod'
import { complete } from '../completion.ts'
import { load, validate } from './steps.ts'
import { promptFor } from './workflow.ts'

const platforms = ['systemd', 'supervisor', 'Docker Compose', 'Kubernetes']

const argsSchema = {
  platform: completable(z.string().max(200).describe(`${platforms.join(', ')}, or another.`), (typed) => complete(typed, platforms)),
  needs: z.string().max(4000).optional().describe('Load, queues, what may not be lost.'),
}

/** Offers the prompt `deploy_workers`. */
export function registerDeployWorkers(server: McpServer): void {
  server.registerPrompt('deploy_workers', { title: 'Deploy workers', description: 'Workers and scheduler that start, stop, scale and update without losing tasks.', argsSchema }, ({ platform, needs }) =>
    promptFor({
      goal: 'Set up workers and the scheduler for production.',
      said: { 'The platform': platform, 'What it must do': needs },
      steps: [
        'Analyse: see with `map_tasks` which queues, schedules and time limits there are; find the longest run, the broker, the versions and what is deployed already. Ask me only what stays open.',
        `${load} Ask about layout, stopping, health checks and the order of a deploy one by one.`,
        'Implement: workers by queue, exactly one scheduler, a stop that waits for the longest task, limits on memory, health checks that do not kill busy workers, and messages that old and new code both understand. Restart or deploy nothing unless I agree.',
        validate,
      ],
    }),
  )
}
