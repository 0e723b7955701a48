import { chmod, copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ruleIds } from './rule-folders.ts'
import { removeStale } from './stale-output.ts'

const root = join(import.meta.dirname, '..')
const output = join(root, 'dist')
const grammar = fileURLToPath(import.meta.resolve('tree-sitter-python/tree-sitter-python.wasm'))

/** What the compiler does not write: a path below the output folder, and the file that is copied there. */
const assets = new Map([['analysis/languages/python/tree-sitter-python.wasm', grammar]])
for (const id of await ruleIds(root)) assets.set(`rules/${id}/rule.md`, join(root, 'rules', id, 'rule.md'))

for (const [path, source] of assets) {
  const target = join(output, path)
  await mkdir(dirname(target), { recursive: true })
  await copyFile(source, target)
}
await removeStale({ root, output, assets: new Set(assets.keys()) })
await chmod(join(output, 'cli', 'main.js'), 0o755)
