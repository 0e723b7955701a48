import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import * as z from 'zod'
import { allowedRoots } from './client-roots.ts'
import type { ToolDefinition } from './tool-list.ts'
import { showTaskMap } from './tools/map-tasks-text.ts'

const inputSchema = {
  paths: z.array(z.string().min(1).max(4096)).max(100).optional().describe('Else all roots.'),
}

const outputSchema = {
  root: z.string(),
  tasks: z.array(z.looseObject({})),
  mermaid: z.string(),
  problems: z.array(z.string()),
}

const description = 'The tasks of a project: who sends them, schedules, queues, retry and time limits.'

/** Offers `map_tasks` to the clients of `server`; files are read below `roots` and the folders a client offers. */
export function registerMapTasks(server: McpServer, roots: readonly string[]): ToolDefinition {
  const definition = { name: 'map_tasks', title: 'Map tasks', description, inputSchema, outputSchema }
  server.registerTool(definition.name, definition, async (request) => {
    const { mapTasks } = await import('./tools/map-tasks.ts')
    const answer = await mapTasks(request, await allowedRoots(server, roots))
    return { content: [{ type: 'text', text: showTaskMap(answer) }], structuredContent: { ...answer } }
  })
  return definition
}
