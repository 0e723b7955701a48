import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type BuildOptions } from 'esbuild'
import ts from 'typescript'
import manifest from '../package.json' with { type: 'json' }
import { buildGuide } from './guidance/build-guide.ts'
import { buildLibrary } from './guidance/build-library.ts'
import { guideFiles } from './guidance/guide-files.ts'
import { readPhrases } from './guidance/phrases.ts'
import { loadRulePages } from './guidance/rule-sections.ts'
import { loadReferences } from './references/load.ts'
import { noticesFor } from './notices.ts'
import { ruleIds } from './rule-folders.ts'

const root = join(import.meta.dirname, '..')
const output = join(root, 'dist')
const grammar = fileURLToPath(import.meta.resolve('tree-sitter-python/tree-sitter-python.wasm'))

/** What is copied as it is: a path below the output folder, and the file. */
const assets = new Map([['analysis/languages/python/tree-sitter-python.wasm', grammar]])
for (const id of await ruleIds(root)) assets.set(`rules/${id}/rule.md`, join(root, 'rules', id, 'rule.md'))

const options = {
  absWorkingDir: root,
  outdir: output,
  outbase: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // What is no run-time dependency is bundled: the protocol's implementation and its schemas are hundreds of modules, mostly never called.
  external: [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)],
  logLevel: 'warning',
} satisfies BuildOptions

/**
 * The types of a file that leans on the types of packages alone, once more for configurations in TypeScript that their package takes for
 * CommonJS: their loader imports all the same.
 */
async function writeDeclarations(path: string): Promise<void> {
  const { outputText } = ts.transpileDeclaration(await readFile(join(root, path), 'utf8'), {
    fileName: path,
    compilerOptions: { module: ts.ModuleKind.NodeNext, verbatimModuleSyntax: true, strict: true },
  })
  for (const extension of ['.d.ts', '.d.cts']) await writeFile(join(output, path.replace(/\.ts$/, extension)), outputText)
}

async function writeAsset(path: string, content: string | Uint8Array): Promise<void> {
  const target = join(output, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, content)
}

await rm(output, { recursive: true, force: true })
// Hundreds of small modules take the loader longer than a small review takes: each entry becomes one file, and what is loaded
// on demand a chunk of its own.
const { metafile } = await build({
  ...options,
  metafile: true,
  entryPoints: ['cli/main.ts', 'eslint-plugin/main.ts', 'analysis/project/files/read-worker.ts'],
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
})
const required = await build({ ...options, metafile: true, entryPoints: ['eslint-plugin/setup/required.cts'], format: 'cjs', outExtension: { '.js': '.cjs' } })
const inputs = [...Object.keys({ ...metafile.inputs, ...required.metafile.inputs }), relative(root, grammar)]
await writeAsset('third-party-notices.txt', await noticesFor(root, inputs))
await writeDeclarations('eslint-plugin/main.ts')
for (const [path, source] of assets) await writeAsset(path, await readFile(source))
const references = await loadReferences(root)
for (const [path, content] of guideFiles(buildGuide(references, await loadRulePages(root), await readPhrases(root)))) await writeAsset(path, content)
await writeAsset('server/resources/library.json', JSON.stringify(buildLibrary(references)))
await chmod(join(output, 'cli', 'main.js'), 0o755)
