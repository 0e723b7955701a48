import { createInterface } from 'node:readline'
import { LATEST_PROTOCOL_VERSION } from '@modelcontextprotocol/sdk/types.js'
import { BenchError } from '../bench-error.ts'
import { type ServerProcess } from './server-process.ts'
import { textOf, type ToolCall, type ToolResult } from './tool-call.ts'

/** A message from a server, as far as it is looked at. */
interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly result?: ToolResult
  readonly error?: { readonly message: string }
}

/** Speaks to a server in lines of JSON, and does next to nothing besides, so that what is timed is the server. */
export interface LineClient {
  /** To be called first. Rejects with a BenchError where the server does not answer. */
  readonly initialize: () => Promise<void>
  /** The text of the answer. Rejects with a BenchError where there is none, or an error. */
  readonly call: (call: ToolCall) => Promise<string>
}

export function openLineClient({ child, waitFor }: ServerProcess): LineClient {
  const waiting = new Map<Message['id'], (message: Message) => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = readMessage(line)
    // What has a method is a request or a notice of the server's own.
    if (message.method !== undefined) return
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  let lastId = 0
  const send = (message: object): void => void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const ask = async (method: string, params: object): Promise<ToolResult> => {
    const id = (lastId += 1)
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve))
    send({ id, method, params })
    const { result, error } = await waitFor(answer)
    if (result === undefined) throw new BenchError(`It answered ${method} with an error: ${error?.message ?? 'none named'}`)
    return result
  }
  return {
    initialize: async () => {
      await ask('initialize', { protocolVersion: LATEST_PROTOCOL_VERSION, capabilities: {}, clientInfo: { name: 'taskwise-bench', version: '1.0.0' } })
      send({ method: 'notifications/initialized' })
    },
    call: async (call) => {
      const result = await ask('tools/call', call)
      if (result.isError === true) throw new BenchError(`${call.name} failed: ${textOf(result)}`)
      return textOf(result)
    },
  }
}

/** Some servers greet in plain words. */
function readMessage(line: string): Message {
  try {
    return JSON.parse(line) as Message
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
