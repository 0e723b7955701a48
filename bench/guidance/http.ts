import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { BenchError } from '../bench-error.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { type HttpServer } from './servers.ts'
import { textOf, type ToolCall, type ToolResult } from './tool-call.ts'

/** How many ask at once. */
export const clientCount = 50

/** One life of a server over HTTP. */
export interface HttpSample {
  /** Of each client that could: to connect, which is when the server opens a session. */
  readonly connectedMs: readonly number[]
  /** Of each answer, as its client saw it. */
  readonly answersMs: readonly number[]
  /** Why a call was not answered, for each such call. */
  readonly failures: readonly string[]
  /** From before the first client connected until the last one had its last answer. */
  readonly allMs: number
  /** Peak of the server's resident memory in the end; null where the system does not tell. */
  readonly peakBytes: number | null
}

/**
 * Starts a server, has one client ask the first question so that it has loaded what it needs, has the clients ask all questions,
 * each its share of them one after the other, and ends it. Rejects with a BenchError where it cannot be started.
 */
export async function runOverHttp({ command, address, calls }: HttpServer, scratch: string): Promise<HttpSample> {
  const server = startServer(await command(), scratch)
  // What it writes there is for people; unread, it would block the server some day.
  server.child.stdout.resume()
  try {
    const url = await server.waitFor(listening(server, address))
    const { failures } = await ask(url, calls.slice(0, 1))
    if (failures[0] !== undefined) throw new BenchError(`It did not answer a single client: ${failures[0]}`)
    const start = performance.now()
    const outcomes = await server.waitFor(Promise.all(shares(calls, clientCount).map((share) => ask(url, share))))
    const allMs = performance.now() - start
    return {
      connectedMs: outcomes.flatMap(({ connectedMs }) => connectedMs),
      answersMs: outcomes.flatMap(({ answersMs }) => answersMs),
      failures: outcomes.flatMap((outcome) => outcome.failures),
      allMs,
      peakBytes: server.peakBytes(),
    }
  } finally {
    await server.stop()
  }
}

function listening({ child, complaints }: ServerProcess, address: HttpServer['address']): Promise<string> {
  return new Promise((resolve) => {
    child.stderr.on('data', () => {
      const url = address(complaints())
      if (url !== null) resolve(url)
    })
  })
}

/** The calls in `count` parts of their order. */
export function shares(calls: readonly ToolCall[], count: number): readonly (readonly ToolCall[])[] {
  const cut = (part: number): number => Math.round((part * calls.length) / count)
  return Array.from({ length: count }, (_, index) => calls.slice(cut(index), cut(index + 1)))
}

/** Connects a client of its own, and asks one call after the other. */
async function ask(url: string, calls: readonly ToolCall[]): Promise<Omit<HttpSample, 'allMs' | 'peakBytes'>> {
  const client = new Client({ name: 'taskwise-bench', version: '1.0.0' })
  const connectedMs: number[] = []
  const answersMs: number[] = []
  const failures: string[] = []
  try {
    const start = performance.now()
    await client.connect(new StreamableHTTPClientTransport(new URL(url)))
    connectedMs.push(performance.now() - start)
    for (const call of calls) {
      const asked = performance.now()
      const failure = await reasonOfFailure(client, call)
      if (failure === null) answersMs.push(performance.now() - asked)
      else failures.push(failure)
    }
  } catch (error) {
    failures.push(...calls.map(() => String(error)))
  } finally {
    await client.close()
  }
  return { connectedMs, answersMs, failures }
}

/** Makes a call, and says why it was not answered; `null` where it was. */
async function reasonOfFailure(client: Client, { name, arguments: given }: ToolCall): Promise<string | null> {
  try {
    const result = (await client.callTool({ name, arguments: { ...given } })) as ToolResult
    return result.isError === true ? textOf(result) : null
  } catch (error) {
    return String(error)
  }
}
