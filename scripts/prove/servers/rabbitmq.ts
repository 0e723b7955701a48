import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { observe, run } from '../process.ts'
import { freePort, type Running, startServer } from './running.ts'

/** The virtual host of the proof with this number. */
export function virtualHost(number: number): string {
  return `proof-${number}`
}

/** Starts a RabbitMQ with a virtual host for the proof with each of these numbers; all of its files are in `folder`. */
export async function startRabbitmq(folder: string, numbers: readonly number[]): Promise<Running> {
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const node = `prove${process.pid}@localhost`
  const env = {
    ...process.env,
    HOME: folder,
    ERL_EPMD_PORT: String(await freePort()),
    RABBITMQ_NODENAME: node,
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_DIST_PORT: String(await freePort()),
    RABBITMQ_MNESIA_BASE: folder,
    RABBITMQ_LOG_BASE: folder,
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
  }
  const control = programOf('rabbitmqctl')
  const isReady = async (): Promise<boolean> => (await observe(control, ['--node', node, 'await_startup', '--timeout', '10'], { env })).code === 0
  const running = await startServer(programOf('rabbitmq-server'), [], port, isReady, { env })
  const stop = async (): Promise<void> => {
    await running.stop()
    // Erlang's port mapper is a daemon that leaves every process group.
    await observe('epmd', ['-kill'], { env })
  }
  try {
    await run(control, ['--node', node, 'eval', makeHosts(numbers)], { env })
  } catch (error) {
    await stop()
    throw error
  }
  return { port, stop }
}

/** One call in Erlang: a call of `rabbitmqctl` for each host would take a second each. */
function makeHosts(numbers: readonly number[]): string {
  const hosts = numbers.map((number) => `<<"${virtualHost(number)}">>`).join(', ')
  const everything = '<<".*">>, <<".*">>, <<".*">>'
  return `[begin rabbit_vhost:add(Host, <<"prove">>), rabbit_auth_backend_internal:set_permissions(<<"guest">>, Host, ${everything}, <<"prove">>) end || Host <- [${hosts}]].`
}

/** Debian's programs of these names step down to another user, who could not write to our folder. */
function programOf(name: string): string {
  const behind = join('/usr/lib/rabbitmq/bin', name)
  return existsSync(behind) ? behind : name
}
