import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProcess } from './run-script.ts'
import { temporaryFolder } from './temporary-folder.ts'

const repository = join(import.meta.dirname, '..', '..')
const npmPackage = { 'index.js': 'export const value = 1\n', 'package.json': '{ "name": "x", "version": "1.0.0", "type": "module", "exports": "./index.js" }' }

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

/** Checks the borders of a project in which the file on the left imports what stands on the right; gives `from -> to: border` of each crossing. */
async function crossings(imports: readonly (readonly [source: string, target: string])[]): Promise<string[]> {
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ type: 'module', dependencies: { 'web-tree-sitter': '1', commander: '1', '@modelcontextprotocol/sdk': '1' }, devDependencies: { vitest: '1' } }),
    'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true } }',
  }
  for (const name of ['web-tree-sitter', 'commander', '@modelcontextprotocol/sdk', 'vitest']) {
    for (const [file, text] of Object.entries(npmPackage)) files[`node_modules/${name}/${file}`] = text
  }
  for (const [, target] of imports) if (target.endsWith('.ts')) files[target] = 'export const value = 1\n'
  for (const [source, target] of imports) {
    const specifier = target.endsWith('.ts') ? '../'.repeat(source.split('/').length - 1) + target : target
    files[source] = `${source.includes('type.ts') ? 'import type' : 'import'} { value } from '${specifier}'\n${files[source] ?? 'export const value = 1\n'}`
  }
  const args = [join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', join(repository, '.dependency-cruiser.js'), '--output-type', 'json', '.']
  const { stdout } = await runProcess(process.execPath, args, await temporaryFolder(files))
  const report = JSON.parse(stdout) as { readonly summary: { readonly violations: readonly Violation[] } }
  return report.summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`).sort()
}

test('data flows down the columns', async () => {
  expect(
    await crossings([
      ['analysis/languages/python/read.ts', 'analysis/model/facts.ts'],
      ['analysis/frameworks/celery.ts', 'analysis/languages/python/names.ts'],
      ['analysis/project/link.ts', 'analysis/frameworks/django.ts'],
      ['rules/a-rule/rule.ts', 'analysis/model/rule.ts'],
      ['rules/a-rule/rule.ts', 'rules/a-rule/message.ts'],
      ['rules/registry.ts', 'rules/a-rule/rule.ts'],
      ['review/run.ts', 'rules/registry.ts'],
      ['server/tool.ts', 'review/run.ts'],
      ['cli/main.ts', 'server/tool.ts'],
      ['cli/init-command.ts', 'cli/init/init.ts'],
      ['test/cli.test.ts', 'cli/main.ts'],
      ['test/script.test.ts', 'scripts/build.ts'],
      ['scripts/prove/examples.ts', 'test/rules/documents/outline.ts'],
      ['rules/a-rule/proof.ts', 'proofs/lab/project.ts'],
    ]),
  ).toEqual([])
})

test('each border is named when an import crosses it', async () => {
  const forbidden = [
    ['analysis/languages/python/up.ts', 'analysis/frameworks/celery.ts', 'analysis-languages-imports-lower-columns-only'],
    ['analysis/frameworks/up.ts', 'analysis/project/link.ts', 'analysis-frameworks-imports-lower-columns-only'],
    ['analysis/project/up.ts', 'rules/registry.ts', 'analysis-project-imports-lower-columns-only'],
    ['rules/up.ts', 'review/run.ts', 'rules-imports-lower-columns-only'],
    ['review/up-type.ts', 'server/tool.ts', 'review-imports-lower-columns-only'],
    ['server/up.ts', 'cli/main.ts', 'server-imports-lower-columns-only'],
    ['server/aside.ts', 'eslint-plugin/plugin.ts', 'server-imports-lower-columns-only'],
    ['eslint-plugin/aside.ts', 'server/tool.ts', 'eslint-plugin-imports-lower-columns-only'],
    ['analysis/languages/python/aside.ts', 'analysis/languages/typescript/read.ts', 'languages-stay-apart'],
    ['rules/a-rule/aside.ts', 'rules/b-rule/rule.ts', 'rules-see-the-model-only'],
    ['rules/a-rule/tree.ts', 'analysis/languages/python/read.ts', 'rules-see-the-model-only'],
    ['rules/a-rule/linker.ts', 'analysis/project/link.ts', 'rules-see-the-model-only'],
    ['cli/init/printing.ts', 'cli/terminal.ts', 'init-knows-no-terminal'],
    ['cli/build.ts', 'scripts/build.ts', 'workshop-is-not-imported'],
    ['scripts/folder.ts', 'test/folder.ts', 'workshop-is-not-imported'],
    ['scripts/prove/expected.ts', 'test/expected.ts', 'proofs-run-the-tested-examples'],
    ['rules/b-rule/proof.ts', 'rules/b-rule/rule.ts', 'proofs-stand-on-the-lab'],
    ['proofs/lab/model.ts', 'analysis/model/facts.ts', 'proofs-stand-on-the-lab'],
    ['scripts/lab.ts', 'proofs/lab/place.ts', 'only-proofs-enter-the-lab'],
    ['review/text.ts', 'review/utils/text.ts', 'no-drawers'],
    ['review/words.ts', 'review/helpers.ts', 'no-drawers'],
  ] as const
  const expected = forbidden.map(([source, target, border]) => `${source} -> ${target}: ${border}`)
  expect(await crossings(forbidden.map(([source, target]) => [source, target] as const))).toEqual(expected.sort())
})

test('the model imports nothing at all', async () => {
  const found = await crossings([
    ['analysis/model/facts.ts', 'rules/registry.ts'],
    ['analysis/model/hash.ts', 'node:crypto'],
  ])
  expect(found).toContain('analysis/model/facts.ts -> rules/registry.ts: model-imports-nothing')
  expect(found).toContain('analysis/model/hash.ts -> crypto: model-imports-nothing')
})

test('packages stay where they are known', async () => {
  expect(
    await crossings([
      ['analysis/languages/python/parser.ts', 'web-tree-sitter'],
      ['analysis/project/link.ts', 'web-tree-sitter'],
      ['server/main.ts', '@modelcontextprotocol/sdk'],
      ['review/run.ts', '@modelcontextprotocol/sdk'],
      ['cli/main.ts', 'commander'],
      ['server/options.ts', 'commander'],
      ['review/assert.ts', 'vitest'],
    ]),
  ).toEqual([
    'analysis/project/link.ts -> node_modules/web-tree-sitter/index.js: syntax-trees-stay-in-languages',
    'review/assert.ts -> node_modules/vitest/index.js: declared-packages-only',
    'review/run.ts -> node_modules/@modelcontextprotocol/sdk/index.js: protocol-stays-in-server',
    'server/options.ts -> node_modules/commander/index.js: options-stay-in-cli',
  ])
})

test('a ring of imports is found, also when types close it', async () => {
  const found = await crossings([
    ['review/a.ts', 'review/b-type.ts'],
    ['review/b-type.ts', 'review/a.ts'],
  ])
  expect(found.map((crossing) => crossing.split(': ')[1])).toEqual(['no-cycles'])
})

test('the rooms of the linker build on one another in one direction', async () => {
  const found = await crossings([
    ['analysis/project/tasks/book.ts', 'analysis/project/dispatches/payload.ts'],
    ['analysis/project/dispatches/send.ts', 'analysis/project/tasks/bases.ts'],
  ])
  expect(found).toEqual([
    'analysis/project/dispatches -> analysis/project/tasks: no-folder-cycles',
    'analysis/project/tasks -> analysis/project/dispatches: no-folder-cycles',
  ])
})
