import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { registerExplainRule } from './register-explain-rule.ts'
import { registerGuide } from './register-guide.ts'
import { registerMapTasks } from './register-map-tasks.ts'
import { registerReadReference } from './register-read-reference.ts'
import { registerReview } from './register-review.ts'
import { listTools } from './tool-list.ts'

export interface ServerSettings {
  /** Folders below which files may be read, beside those that the client offers. */
  readonly roots: readonly string[]
  readonly version: string
}

const instructions = `Taskwise reviews background-task code: Python with Django and Celery or Django Tasks, TypeScript and JavaScript with BullMQ or pg-boss.
Use it after writing or changing tasks, the code that sends them, transactions around them, beat schedules or Celery settings, and when asked what could go wrong with them.
Prefer paths to code: many findings need the rest of the project. Every finding is meant to be acted on; explain_rule tells why and shows the right form.
It says nothing about style, types, or code without background tasks, and it never changes files.`

/** A server with all tools that is not yet connected. An error that a tool throws becomes a tool error with its message. */
export function createServer({ roots, version }: ServerSettings): McpServer {
  const server = new McpServer({ name: 'taskwise', title: 'Taskwise', version }, { instructions })
  listTools(server, [registerGuide(server, roots), registerReadReference(server), registerReview(server, roots), registerExplainRule(server), registerMapTasks(server, roots)])
  return server
}
