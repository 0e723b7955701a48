import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** A server that the suite is run against. */
export interface Target {
  readonly name: string
  /** Arguments of Node. */
  readonly args: readonly string[]
  /** Scenarios that say nothing about this server, with the reason. */
  readonly notApplicable: ReadonlyMap<string, string>
}

const reasons = z.record(z.string(), z.string())
const lists = z.strictObject({ always: reasons, stateless: reasons })

/** The built server, with sessions and without, and the server with the suite's own fixtures on the same transport. */
export async function findTargets(root: string): Promise<readonly Target[]> {
  const { always, stateless } = lists.parse(parse(await readFile(join(root, 'test', 'conformance', 'not-applicable.yaml'), 'utf8')))
  const server = [join(root, 'dist', 'cli', 'main.js'), 'mcp', '--http', '--port', '0']
  const fixtures = ['--import', import.meta.resolve('tsx'), join(root, 'test', 'conformance', 'fixture-server.ts')]
  return [
    { name: 'taskwise mcp --http', args: server, notApplicable: new Map(Object.entries(always)) },
    { name: 'taskwise mcp --http --stateless', args: [...server, '--stateless'], notApplicable: new Map(Object.entries({ ...always, ...stateless })) },
    { name: 'fixture-server', args: fixtures, notApplicable: new Map() },
  ]
}
