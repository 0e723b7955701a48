import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { BenchError } from '../bench-error.ts'
import { installWith, keptEnvironment } from '../kept-environment.ts'
import { type Progress } from '../progress.ts'
import pins from './pins.json' with { type: 'json' }

/** Beside the peers stands our own version of the implementation they share with us, so that all run on the same one. */
const ours = { ...manifest.dependencies, ...manifest.devDependencies }
const dependencies = { ...pins, '@modelcontextprotocol/sdk': ours['@modelcontextprotocol/sdk'] }

/**
 * The folder of npm's packages with the pinned servers in it, installed once and kept. Throws a BenchError where npm is
 * missing or the packages cannot be had.
 */
export async function installedPackages(progress: Progress): Promise<string> {
  const names = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)
  return join(await keptEnvironment(names, progress, install), 'node_modules')
}

async function install(folder: string): Promise<void> {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  const outcome = await installWith('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (outcome === 'missing') throw new BenchError('npm was not found, which it is installed with.')
  if (outcome !== null) throw new BenchError(`npm could not install it.\n${headOf(outcome.said)}`)
}

/** npm says first what is wrong, and then where in itself it noticed. */
function headOf(said: string): string {
  return said.split('\n').slice(0, 4).join('\n')
}
