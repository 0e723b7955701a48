import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProcess } from '../workshop/run-script.ts'

const repository = join(import.meta.dirname, '..', '..')

/** What npm says of a package that it made. */
export interface Packed {
  readonly filename: string
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

/** Runs npm in `cwd` and gives its standard output; a failure throws with what npm said. */
async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await runProcess('npm', args, cwd)
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${String(code)}:\n${stderr}${stdout}`)
  return stdout
}

/** Makes the package from what is built, in `folder`. */
export async function packInto(folder: string): Promise<Packed> {
  const [entry] = JSON.parse(await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], repository)) as Packed[]
  if (entry === undefined) throw new Error('npm pack made no package')
  return entry
}

/** Makes an empty project of `folder` and installs packages in it, by name and version or by the path of a file. */
export async function installInto(folder: string, packages: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  await npm(['install', '--no-audit', '--no-fund', ...packages], folder)
}
