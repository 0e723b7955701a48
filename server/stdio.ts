import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createServer, type ServerSettings } from './mcp.ts'

/**
 * Serves over standard input and output until the input ends or nobody reads the output any more. Answers under way are
 * still written; standard output carries nothing else.
 */
export async function startStdioServer(settings: ServerSettings): Promise<void> {
  const { stdin, stdout } = process
  const ended = new Promise<void>((resolve) => {
    stdin.once('end', resolve)
    stdin.once('close', resolve)
    stdout.once('error', () => {
      stdin.destroy()
      resolve()
    })
  })
  await createServer(settings).connect(new StdioServerTransport(stdin, stdout))
  await ended
}
