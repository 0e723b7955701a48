import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { renderEditor } from '../../bench/editor-report.ts'
import { chooseFiles, type EditorSession } from '../../bench/editor.ts'
import { runProcess } from '../workshop/run-script.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const repository = join(import.meta.dirname, '..', '..')

test('large files are chosen, and files with findings, each once', () => {
  const bySize = Array.from({ length: 101 }, (_, index) => `${index}.ts`)
  expect(chooseFiles(bySize, ['7.ts', '8.ts', '9.ts', '100.ts'])).toEqual(['7.ts', '9.ts', '100.ts', '50.ts', '75.ts', '90.ts', '99.ts'])
  expect(chooseFiles(['a.ts'], [])).toEqual(['a.ts'])
})

test('each file is linted as it is and with a change, with the plugin and without it', async () => {
  // Says on standard error what it sees.
  const pluginText = `
    const create = ({ filename, sourceCode }) => { console.error(filename, sourceCode.lines.length); return {} }
    const taskwise = { rules: { seen: { create } } }
    export default { languages: {}, configs: { recommended: [{ files: ['**/*.ts'], plugins: { taskwise }, rules: { 'taskwise/seen': 'error' } }] } }`
  const folder = await temporaryFolder({ 'plugin.mjs': pluginText, 'a.ts': 'enum A {}\n', 'b.ts': 'enum B {\n}\n' })
  const script = ['--import', 'tsx', join('bench', 'editor-session.ts'), folder, pathToFileURL(join(folder, 'plugin.mjs')).href, '2', 'a.ts', 'b.ts']
  const { code, stdout, stderr } = await runProcess(process.execPath, script, repository)
  expect(code).toBe(0)
  const a = [2, 2, 4].map((lines) => `${join(folder, 'a.ts')} ${lines}`)
  const b = [3, 3, 5].map((lines) => `${join(folder, 'b.ts')} ${lines}`)
  expect(stderr.trim().split('\n')).toEqual([a[0], ...a, ...b, ...a, ...b, ...a, ...b])
  const { firstMs, files } = JSON.parse(stdout) as EditorSession
  expect(firstMs).toBeGreaterThan(0)
  expect(files.map(({ file, lines }) => [file, lines])).toEqual([
    ['a.ts', 1],
    ['b.ts', 2],
  ])
  const pairs = files.flatMap(({ unchanged, edited }) => [unchanged, edited])
  expect(pairs.map(({ plugin, floor }) => [plugin.length, floor.length])).toEqual([1, 2, 3, 4].map(() => [2, 2]))
})

test('medians and ratios stand beside each file, and below for all of them', () => {
  const session: EditorSession = {
    firstMs: 2345,
    files: [
      { file: 'orders/queue.ts', lines: 120, unchanged: { plugin: [10, 12, 30], floor: [5, 6, 10] }, edited: { plugin: [20, 20, 20], floor: [5, 5, 5] } },
      { file: 'a.ts', lines: 4000, unchanged: { plugin: [150, 150, 150], floor: [100, 100, 100] }, edited: { plugin: [160, 160, 160], floor: [100, 100, 100] } },
    ],
  }
  expect(renderEditor(session)).toMatchInlineSnapshot(`
    "file             lines  unchanged      min  no rule  ratio   edited      min  no rule  ratio
    ───────────────  ─────  ─────────  ───────  ───────  ─────  ───────  ───────  ───────  ─────
    orders/queue.ts    120    12.0 ms  10.0 ms   6.0 ms  2.00×  20.0 ms  20.0 ms   5.0 ms  4.00×
    a.ts             4,000     150 ms   150 ms   100 ms  1.50×   160 ms   160 ms   100 ms  1.60×
    all of them               90.0 ms  80.0 ms  55.0 ms  1.75×  90.0 ms  90.0 ms  52.5 ms  2.80×

    The first file took 2.345 s: the whole project is read for it."
  `)
})
