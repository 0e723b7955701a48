import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { registerDebugTasks } from './debug-tasks.ts'
import { registerDeployWorkers } from './deploy-workers.ts'
import { registerDesignTask } from './design-task.ts'
import { registerReviewChange } from './review-change.ts'
import { registerScheduleTask } from './schedule-task.ts'

/** Offers the prompts for the common jobs. */
export function registerPrompts(server: McpServer): void {
  for (const register of [registerDesignTask, registerReviewChange, registerDebugTasks, registerScheduleTask, registerDeployWorkers]) register(server)
}
