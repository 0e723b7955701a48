import { BenchError } from '../bench-error.ts'
import { openLineClient } from './line-client.ts'
import { startServer } from './server-process.ts'
import { type Server } from './servers.ts'

/** One life of a server over stdio. */
export interface StdioSample {
  /** From before it was started until its first answer was there. */
  readonly firstMs: number
  /** Peak of its resident memory at that moment; null where the system does not tell. */
  readonly firstPeakBytes: number | null
  /** Of each answer after the first, one after the other. */
  readonly answersMs: readonly number[]
  /** Of all answers, the first one too. */
  readonly answersBytes: readonly number[]
  /** Peak of its resident memory in the end. */
  readonly peakBytes: number | null
}

/** Starts a server, asks it all its questions, one after the other, and ends it. Rejects with a BenchError where one is not answered. */
export async function runOverStdio({ command, calls }: Server, scratch: string): Promise<StdioSample> {
  const [first, ...others] = calls
  if (first === undefined) throw new BenchError('There is nothing to ask.')
  const started = await command()
  const start = performance.now()
  const server = startServer(started, scratch)
  try {
    const client = openLineClient(server)
    await client.initialize()
    const answersBytes = [Buffer.byteLength(await client.call(first))]
    const firstMs = performance.now() - start
    const firstPeakBytes = server.peakBytes()
    const answersMs: number[] = []
    for (const call of others) {
      const asked = performance.now()
      const text = await client.call(call)
      answersMs.push(performance.now() - asked)
      answersBytes.push(Buffer.byteLength(text))
    }
    return { firstMs, firstPeakBytes, answersMs, answersBytes, peakBytes: server.peakBytes() }
  } finally {
    await server.stop()
  }
}
