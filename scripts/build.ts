import { chmod, copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { ruleIds } from './rule-folders.ts'

const root = join(import.meta.dirname, '..')
const output = join(root, 'dist')
const grammar = fileURLToPath(import.meta.resolve('tree-sitter-python/tree-sitter-python.wasm'))

/** What is copied as it is: a path below the output folder, and the file. */
const assets = new Map([['analysis/languages/python/tree-sitter-python.wasm', grammar]])
for (const id of await ruleIds(root)) assets.set(`rules/${id}/rule.md`, join(root, 'rules', id, 'rule.md'))

await rm(output, { recursive: true, force: true })
// Two hundred small modules take the loader longer than a small review takes: each entry becomes one file, and what is loaded
// on demand a chunk of its own.
await build({
  absWorkingDir: root,
  entryPoints: ['cli/main.ts', 'analysis/project/files/read-worker.ts'],
  outdir: output,
  outbase: root,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
})
for (const [path, source] of assets) {
  const target = join(output, path)
  await mkdir(dirname(target), { recursive: true })
  await copyFile(source, target)
}
await chmod(join(output, 'cli', 'main.js'), 0o755)
