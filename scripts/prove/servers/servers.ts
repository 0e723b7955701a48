import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import type { Server } from '../proof.ts'
import { createDatabase, startPostgres } from './postgres.ts'
import { startRabbitmq, virtualHost } from './rabbitmq.ts'
import { databasesOfProof, startRedis } from './redis.ts'
import type { Running } from './running.ts'

/** What one proof finds in its environment to reach places that no other proof uses. */
export interface Place {
  readonly env: Readonly<Record<string, string>>
  /** Ends what was started for this proof alone. */
  release(): Promise<void>
}

/** Servers that run for the proofs alone, on ports of their own, and forget everything when they are stopped. */
export interface Servers {
  /** A place for the proof with this number, which is one of those that the servers were started for. */
  place(number: number, needs: readonly Server[]): Promise<Place>
  stop(): Promise<void>
}

/**
 * Starts what proofs need, told by their numbers, with all files below `folder`. Throws an Error with a server's last words where it does
 * not start.
 */
export async function startServers(needs: ReadonlyMap<number, readonly Server[]>, folder: string): Promise<Servers> {
  const numbersOf = (server: Server): readonly number[] => [...needs].filter(([, needed]) => needed.includes(server)).map(([number]) => number)
  // Other users have to get through to theirs.
  await chmod(folder, 0o755)
  const running = new Map<Server, Running>()
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map((server) => server.stop()))
  }
  try {
    if (numbersOf('redis').length > 0) running.set('redis', await startRedis(join(folder, 'redis')))
    if (numbersOf('postgres').length > 0) running.set('postgres', await startPostgres(join(folder, 'postgres')))
    const onRabbitmq = numbersOf('rabbitmq')
    if (onRabbitmq.length > 0) running.set('rabbitmq', await startRabbitmq(join(folder, 'rabbitmq'), onRabbitmq))
  } catch (error) {
    await stop()
    throw error
  }
  return { stop, place: (number, needed) => placeFor(running, number, needed, folder) }
}

async function placeFor(running: ReadonlyMap<Server, Running>, number: number, needs: readonly Server[], folder: string): Promise<Place> {
  const env: Record<string, string> = {}
  const portOf = (server: Server): number => running.get(server)?.port ?? 0
  if (needs.includes('redis')) env['REDIS_URL'] = `redis://127.0.0.1:${portOf('redis')}/${number * databasesOfProof}`
  if (needs.includes('rabbitmq')) env['AMQP_URL'] = `amqp://guest:guest@127.0.0.1:${portOf('rabbitmq')}/${virtualHost(number)}`
  if (needs.includes('postgres')) {
    const database = `proof_${number}`
    await createDatabase(portOf('postgres'), database)
    env['DATABASE_URL'] = `postgresql://postgres@127.0.0.1:${portOf('postgres')}/${database}`
  }
  if (!needs.includes('own redis')) return { env, release: () => Promise.resolve() }
  const own = await startRedis(join(folder, `redis-${number}`))
  env['REDIS_URL'] = `redis://127.0.0.1:${own.port}/0`
  return { env, release: () => own.stop() }
}
