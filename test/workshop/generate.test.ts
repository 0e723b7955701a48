import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runScript } from './run-script.ts'
import { temporaryFolder } from './temporary-folder.ts'

const readme = 'before\n<!-- rules:start -->\nold\n<!-- rules:end -->\nafter\n'

function ruleSource(id: string, summary = `Finds ${id}.`): string {
  return `export const rule = { id: '${id}', summary: '${summary}', preset: 'strict' }\n`
}

test('the registry and the table list every rule folder, sorted by id', async () => {
  const root = await temporaryFolder({
    'README.md': readme,
    'rules/b-rule/rule.ts': ruleSource('b-rule'),
    'rules/a-rule/rule.ts': ruleSource('a-rule', 'Finds a | b.'),
  })
  expect(await runScript('generate', ['--root', root])).toEqual({ code: 0, stdout: 'wrote rules/registry.ts\nwrote README.md\n', stderr: '' })

  const registry = await readFile(join(root, 'rules/registry.ts'), 'utf8')
  expect(registry).toContain("import { rule as aRule } from './a-rule/rule.ts'\nimport { rule as bRule } from './b-rule/rule.ts'\n")
  expect(registry).toContain('export const rules: readonly Rule[] = [\n  aRule,\n  bRule,\n]\n')

  const rows = ['| [`a-rule`](rules/a-rule/rule.md) | strict | Finds a \\| b. |', '| [`b-rule`](rules/b-rule/rule.md) | strict | Finds b-rule. |']
  const table = ['| rule | preset | what it reports |', '| --- | --- | --- |', ...rows].join('\n')
  expect(await readFile(join(root, 'README.md'), 'utf8')).toBe(`before\n<!-- rules:start -->\n\n${table}\n\n<!-- rules:end -->\nafter\n`)
})

test('the check passes on fresh files and names the stale ones without touching them', async () => {
  const root = await temporaryFolder({ 'README.md': readme, 'rules/a-rule/rule.ts': ruleSource('a-rule'), 'rules/b-rule/rule.ts': ruleSource('b-rule') })
  await runScript('generate', ['--root', root])
  expect(await runScript('generate', ['--check', '--root', root])).toEqual({ code: 0, stdout: '', stderr: '' })

  const before = await readFile(join(root, 'rules/registry.ts'), 'utf8')
  await rm(join(root, 'rules/a-rule'), { recursive: true })
  const stale = await runScript('generate', ['--check', '--root', root])
  expect(stale).toMatchObject({ code: 1, stdout: '' })
  expect(stale.stderr.match(/^\S+ is stale/gm)).toEqual(['rules/registry.ts is stale', 'README.md is stale'])
  expect(await readFile(join(root, 'rules/registry.ts'), 'utf8')).toBe(before)
})

test.each([
  ['a rule with the id of another', { 'README.md': readme, 'rules/a-rule/rule.ts': ruleSource('b-rule') }, 'says its id is "b-rule"'],
  ['a rule folder without a rule', { 'README.md': readme, 'rules/a-rule/rule.ts': 'export {}\n' }, 'exports no constant named "rule"'],
  ['a README without markers', { 'README.md': 'text\n' }, 'README.md needs the lines'],
])('%s stops it', async (_, files, reason) => {
  const outcome = await runScript('generate', ['--root', await temporaryFolder(files)])
  expect(outcome.code).toBe(1)
  expect(outcome.stderr).toContain(reason)
})
