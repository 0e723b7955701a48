import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { dropLongLines } from './line-limit.ts'
import { createServer, type ServerSettings } from './mcp.ts'
import { watchParent } from './parent.ts'
import { refuseLongMessage } from './too-long.ts'

/** Bytes of a message. */
const longestMessage = 4 * 1024 * 1024

/**
 * Serves over standard input and output until the input ends, nobody reads the output any more, or the process that started this one is gone.
 * Answers under way are still written; standard output carries answers alone.
 */
export async function startStdioServer(settings: ServerSettings): Promise<void> {
  const { stdin, stdout, stderr } = process
  const messages = dropLongLines(longestMessage, (start, end) => {
    stderr.write(`taskwise: a message of more than ${longestMessage} bytes was passed over.\n`)
    stdout.write(refuseLongMessage(start, end, longestMessage))
  })
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      stdin.destroy()
      resolve()
    }
    messages.once('end', resolve)
    stdin.once('close', resolve)
    stdin.once('error', end)
    stdout.once('error', end)
    watchParent(end)
  })
  await createServer(settings).connect(new StdioServerTransport(stdin.pipe(messages), stdout))
  await ended
}
