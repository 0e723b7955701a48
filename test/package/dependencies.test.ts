import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }

const repository = join(import.meta.dirname, '..', '..')
const denied: Readonly<Record<string, boolean>> = manifest.allowScripts
const packages: Readonly<Record<string, { readonly license?: string; readonly hasInstallScript?: boolean; readonly dev?: boolean }>> = lock.packages
const runtime = Object.keys(manifest.dependencies)
const development = Object.keys(manifest.devDependencies)

/** What the documents should say of a package: its name, its licence and what becomes of its install script. */
function described(name: string): string[] {
  const { license, hasInstallScript } = packages[`node_modules/${name}`] ?? {}
  return [name, license ?? 'none', hasInstallScript === true ? 'denied' : 'no']
}

test('docs/dependencies.md has a true line for every dependency, in order', async () => {
  const page = await readFile(join(repository, 'docs/dependencies.md'), 'utf8')
  const lines = [...page.matchAll(/^\| `(.+?)` \| .+? \| (\S+) \| (\S+) \| .+ \|$/gm)].map(([, ...columns]) => columns)
  expect(lines).toEqual([...runtime.toSorted(), ...development.toSorted()].map(described))
})

test('every dependency is pinned to one version', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('no package that users install runs a script, and those that developers install are denied theirs', () => {
  const scripted = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript === true)
  expect(scripted.filter(([, entry]) => entry.dev !== true)).toEqual([])
  expect(scripted.map(([path]) => path.replace(/^.*node_modules\//, '')).filter((name) => denied[name] !== false)).toEqual([])
})
