import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import type { EditorSession, FileTimes } from './editor.ts'
import { countLines } from './repository.ts'

/** What is used of the plugin. */
interface Plugin {
  readonly configs: { readonly recommended: Linter.Config[] }
  readonly languages: NonNullable<ESLint.Plugin['languages']>
}

interface Linters {
  readonly plugin: ESLint
  readonly floor: ESLint
}

const typescript: Linter.Config = { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'], languageOptions: { parser: tseslint.parser } }
const nothing: ESLint.Plugin = { rules: { here: { create: () => ({}) } } }

/** Both read a file alike, with and without our rules. */
function openLinters(folder: string, { configs, languages }: Plugin): Linters {
  const python: Linter.Config = { files: ['**/*.py'], plugins: { taskwise: { languages } }, language: 'taskwise/python' }
  const open = (overrideConfig: Linter.Config[]): ESLint => new ESLint({ cwd: folder, overrideConfigFile: true, ignore: false, overrideConfig })
  return {
    plugin: open([...configs.recommended, typescript]),
    floor: open([typescript, python, { files: ['**/*'], plugins: { nothing }, rules: { 'nothing/here': 'error' } }]),
  }
}

/** Milliseconds. */
async function timeLint(linter: ESLint, filePath: string, text: string): Promise<number> {
  const start = performance.now()
  await linter.lintText(text, { filePath })
  return performance.now() - start
}

/** The text with one more name defined at its end. */
function edit(file: string, text: string, round: number): string {
  return `${text}\n${file.endsWith('.py') ? '' : 'const '}edited${round} = ${round}\n`
}

async function timeFile({ plugin, floor }: Linters, { file, unchanged, edited }: FileTimes, filePath: string, round: number): Promise<void> {
  const text = readFileSync(filePath, 'utf8')
  // Whoever looks at a file again has looked at it before.
  await timeLint(plugin, filePath, text)
  unchanged.plugin.push(await timeLint(plugin, filePath, text))
  unchanged.floor.push(await timeLint(floor, filePath, text))
  const changed = edit(file, text, round)
  edited.plugin.push(await timeLint(plugin, filePath, changed))
  edited.floor.push(await timeLint(floor, filePath, changed))
}

async function runSession(folder: string, linters: Linters, files: readonly string[], rounds: number): Promise<EditorSession> {
  const times = files.map((file): FileTimes => {
    const lines = countLines(readFileSync(join(folder, file)))
    return { file, lines, unchanged: { plugin: [], floor: [] }, edited: { plugin: [], floor: [] } }
  })
  const [first = ''] = files
  const firstMs = await timeLint(linters.plugin, join(folder, first), readFileSync(join(folder, first), 'utf8'))
  const warmUp = structuredClone(times)
  for (const each of warmUp) await timeFile(linters, each, join(folder, each.file), 0)
  for (let round = 1; round <= rounds; round += 1) {
    for (const each of times) await timeFile(linters, each, join(folder, each.file), round)
  }
  return { firstMs, files: times }
}

const [folder = '', pluginUrl = '', rounds = '', ...files] = process.argv.slice(2)
const { default: plugin } = (await import(pluginUrl)) as { default: Plugin }
console.log(JSON.stringify(await runSession(folder, openLinters(folder, plugin), files, Number(rounds))))
