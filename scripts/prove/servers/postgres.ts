import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { observe, run } from '../process.ts'
import { freePort, type Running, startServer } from './running.ts'

/** Starts a PostgreSQL that trusts the user `postgres`; its data are in `folder`. */
export async function startPostgres(folder: string): Promise<Running> {
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const data = join(folder, 'data')
  const programs = await findPrograms()
  const [command, before] = await withoutRoot(folder)
  await run(command, [...before, join(programs, 'initdb'), '--pgdata', data, '--username=postgres', '--auth=trust', '--no-sync', '--encoding=UTF8'])
  const settings = { listen_addresses: '127.0.0.1', fsync: 'off', max_connections: '300', unix_socket_directories: folder }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const isReady = async (): Promise<boolean> => (await observe('pg_isready', ['--quiet', '--host=127.0.0.1', `--port=${port}`])).code === 0
  return startServer(command, [...before, join(programs, 'postgres'), '-D', data, '-p', String(port), ...options], port, isReady, { stopBy: 'SIGINT' })
}

/** Makes a database on the server at `port`. */
export async function createDatabase(port: number, name: string): Promise<void> {
  await run('psql', ['--quiet', '--no-psqlrc', '--host=127.0.0.1', `--port=${port}`, '--username=postgres', `--command=CREATE DATABASE ${name}`])
}

/** Debian keeps the programs of each version in a folder of their own, which is in nobody's PATH. */
async function findPrograms(): Promise<string> {
  const debian = '/usr/lib/postgresql'
  const versions = await readdir(debian).catch((): string[] => [])
  const folders = versions.sort((one, other) => Number(other) - Number(one)).map((version) => join(debian, version, 'bin'))
  const found = [...folders, ...(process.env['PATH'] ?? '').split(':')].find((folder) => existsSync(join(folder, 'initdb')))
  if (found === undefined) throw new Error('PostgreSQL is not installed: scripts/prove/install-servers.sh installs it')
  return found
}

/** PostgreSQL refuses to run as root. */
async function withoutRoot(folder: string): Promise<readonly [string, readonly string[]]> {
  if (process.getuid?.() !== 0) return ['env', []]
  await run('chown', ['postgres', folder])
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups']]
}
