import { mkdir } from 'node:fs/promises'
import { observe } from '../process.ts'
import { freePort, type Running, startServer } from './running.ts'

/** Databases that one proof may use, from the number that its URL names on. */
export const databasesOfProof = 16

const mostProofs = 512

/** Starts a Redis that writes nothing to disk, with databases for every proof; its working folder is made at `folder`. */
export async function startRedis(folder: string): Promise<Running> {
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const settings = { port, bind: '127.0.0.1', databases: databasesOfProof * mostProofs, save: '', appendonly: 'no', dir: folder }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const isReady = async (): Promise<boolean> => (await observe('redis-cli', ['-p', String(port), 'ping'])).output.includes('PONG')
  return startServer('redis-server', args, port, isReady)
}
