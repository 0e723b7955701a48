import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { ReviewError } from '../../review/review-error.ts'

/** The IP address of an interface that is given by name or address. Throws a `ReviewError` where there is none. */
export async function findAddress(host: string): Promise<string> {
  try {
    return (await lookup(host)).address
  } catch {
    throw new ReviewError(`\`${host}\` (--host) is no address of this machine.`)
  }
}

/** Listens, and returns the port that is used, which is another one than `port` where that is 0. Throws a `ReviewError` that says why it cannot. */
export async function listen(server: Server, address: string, port: number): Promise<number> {
  try {
    server.listen({ host: address, port })
    await once(server, 'listening')
  } catch (error) {
    throw new ReviewError(`Cannot listen on ${address}, port ${port}: ${explain(error)}.`)
  }
  const used = server.address()
  return typeof used === 'object' && used !== null ? used.port : port
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return 'the port is in use; choose another with --port'
  if (code === 'EACCES') return 'that is not permitted; choose a port above 1023 with --port'
  if (code === 'EADDRNOTAVAIL') return 'this machine has no such address'
  return error instanceof Error ? error.message : String(error)
}
