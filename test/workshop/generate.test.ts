import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { referenceText } from './reference-text.ts'
import { runScript } from './run-script.ts'
import { temporaryFolder } from './temporary-folder.ts'

const readme = 'before\n<!-- clients:start -->\nold\n<!-- clients:end -->\nbetween\n<!-- rules:start -->\nold\n<!-- rules:end -->\nafter\n'
const surroundings = {
  'README.md': readme,
  'package.json': '{ "name": "taskwise", "version": "1.2.3", "description": "d", "author": "a", "license": "MIT", "keywords": ["k"] }',
  'references/things.md': referenceText('things', { first: 'See [there](#second), [all](things.md) and [the rule](../rules/a-rule/rule.md).', second: 'Nothing more.' }),
}

function ruleSource(id: string, summary = `Finds ${id}.`): string {
  return `export const rule = { id: '${id}', summary: '${summary}', preset: 'strict' }\n`
}

test('the registry and the table list every rule folder, sorted by id', async () => {
  const root = await temporaryFolder({
    ...surroundings,
    'rules/b-rule/rule.ts': ruleSource('b-rule'),
    'rules/a-rule/rule.ts': ruleSource('a-rule', 'Finds a | b.'),
  })
  const { code, stdout, stderr } = await runScript('generate', ['--root', root])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^wrote rules\/registry\.ts\nwrote README\.md\n/)

  const registry = await readFile(join(root, 'rules/registry.ts'), 'utf8')
  expect(registry).toContain("import { rule as aRule } from './a-rule/rule.ts'\nimport { rule as bRule } from './b-rule/rule.ts'\n")
  expect(registry).toContain('export const rules: readonly Rule[] = [\n  aRule,\n  bRule,\n]\n')

  const rows = ['| [`a-rule`](rules/a-rule/rule.md) | strict | Finds a \\| b. |', '| [`b-rule`](rules/b-rule/rule.md) | strict | Finds b-rule. |']
  const table = ['| rule | preset | what it reports |', '| --- | --- | --- |', ...rows].join('\n')
  const written = await readFile(join(root, 'README.md'), 'utf8')
  expect(written).toMatch(/^before\n<!-- clients:start -->\n\n- \*\*Cursor\*\*/)
  expect(written.slice(written.indexOf('<!-- clients:end -->'))).toBe(`<!-- clients:end -->\nbetween\n<!-- rules:start -->\n\n${table}\n\n<!-- rules:end -->\nafter\n`)
})

test('a section becomes a page that stands alone, with links that lead on', async () => {
  const root = await temporaryFolder({ ...surroundings, 'rules/a-rule/rule.ts': ruleSource('a-rule') })
  await runScript('generate', ['--root', root])
  const rule = 'https://github.com/taskwise/taskwise/blob/main/rules/a-rule/rule.md'
  expect(await readFile(join(root, 'skills/taskwise/references/things/first.md'), 'utf8')).toBe(
    `# About first\n\nSee [there](second.md), [all](../things.md) and [the rule](${rule}).\n\nHolds for Celery >= 5.5.\n\nRules: [a-rule](${rule}).\n`,
  )
  expect(await readFile(join(root, 'skills/taskwise/references/things.md'), 'utf8')).toBe(
    '# Things\n\nWhen things happen.\n\nFor celery >=5.4.\n\n- [About first](things/first.md)\n- [About second](things/second.md)\n',
  )
  expect(await readFile(join(root, 'skills/taskwise/SKILL.md'), 'utf8')).toContain('- [Things](references/things.md): When things happen. In `things`: first, second.\n')
})

test('the check passes on fresh files and names the stale ones without touching them', async () => {
  const root = await temporaryFolder({ ...surroundings, 'rules/a-rule/rule.ts': ruleSource('a-rule'), 'rules/b-rule/rule.ts': ruleSource('b-rule') })
  await runScript('generate', ['--root', root])
  expect(await runScript('generate', ['--check', '--root', root])).toEqual({ code: 0, stdout: '', stderr: '' })

  const before = await readFile(join(root, 'rules/registry.ts'), 'utf8')
  await rm(join(root, 'rules/a-rule'), { recursive: true })
  const stale = await runScript('generate', ['--check', '--root', root])
  expect(stale).toMatchObject({ code: 1, stdout: '' })
  expect(stale.stderr.match(/^\S+ is stale/gm)).toEqual(['rules/registry.ts is stale', 'README.md is stale'])
  expect(await readFile(join(root, 'rules/registry.ts'), 'utf8')).toBe(before)
})

test('the page of a section that is gone is stale, and goes', async () => {
  const root = await temporaryFolder({ ...surroundings, 'rules/a-rule/rule.ts': ruleSource('a-rule') })
  await runScript('generate', ['--root', root])
  await writeFile(join(root, 'references/things.md'), referenceText('things', { first: 'Alone.' }))
  const stale = await runScript('generate', ['--check', '--root', root])
  const pages = ['SKILL.md', 'references/things.md', 'references/things/first.md', 'references/things/second.md'].map((path) => `skills/taskwise/${path}`)
  expect(stale.stderr.match(/^\S+(?= is stale)/gm)).toEqual(pages)
  const mended = await runScript('generate', ['--root', root])
  expect(mended.stdout).toBe(pages.map((path) => `${path.includes('second') ? 'removed' : 'wrote'} ${path}\n`).join(''))
  expect(await runScript('generate', ['--check', '--root', root])).toEqual({ code: 0, stdout: '', stderr: '' })
})

test.each([
  ['a rule with the id of another', { 'rules/a-rule/rule.ts': ruleSource('b-rule') }, 'says its id is "b-rule"'],
  ['a rule folder without a rule', { 'rules/a-rule/rule.ts': 'export {}\n' }, 'exports no constant named "rule"'],
  ['a README without markers', { 'README.md': 'text\n' }, 'README.md needs the lines'],
  ['a section without its comment', { 'references/things.md': referenceText('things', {}).concat('\n## Bare\n\nText.\n') }, 'the comment below "Bare" lacks its form'],
])('%s stops it', async (_, files, reason) => {
  const outcome = await runScript('generate', ['--root', await temporaryFolder({ ...surroundings, ...files })])
  expect(outcome.code).toBe(1)
  expect(outcome.stderr).toContain(reason)
})
