import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { runScript } from './run-script.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a new rule is three files that name it and the release that brings it', async () => {
  const root = await temporaryFolder()
  const outcome = await runScript('new-rule', ['late-reply', '--root', root])
  expect(outcome).toMatchObject({ code: 0, stderr: '' })

  const read = (name: string): Promise<string> => readFile(join(root, 'rules/late-reply', name), 'utf8')
  const check = await read('rule.ts')
  expect(check).toContain("id: 'late-reply'")
  expect(check).toContain(`since: '${manifest.version}'`)
  expect(await read('cases.md')).toMatch(/^# late-reply: cases\n/)
})

test('the page of a new rule has every section, in order, and says what rule.ts says', async () => {
  const root = await temporaryFolder()
  await runScript('new-rule', ['late-reply', '--root', root])
  const page = await readFile(join(root, 'rules/late-reply/rule.md'), 'utf8')
  const check = await readFile(join(root, 'rules/late-reply/rule.ts'), 'utf8')

  expect(page.match(/^##? .*/gm)).toEqual([
    '# late-reply',
    '## What it does',
    '## Why it hurts',
    '## Wrong',
    '## Right',
    '## TypeScript',
    '## When not to use it',
    '## Options',
    '## Versions',
    '## Sources',
  ])
  const summary = /summary: '(.*)'/.exec(check)?.[1]
  expect(page.split('\n')[2]).toBe(summary)
})

test('a rule that exists is left alone', async () => {
  const root = await temporaryFolder({ 'rules/late-reply/rule.ts': 'mine' })
  const outcome = await runScript('new-rule', ['late-reply', '--root', root])
  expect(outcome).toEqual({ code: 2, stdout: '', stderr: 'rules/late-reply exists already.\n' })
  expect(await readFile(join(root, 'rules/late-reply/rule.ts'), 'utf8')).toBe('mine')
})

test.each([
  ['LateReply', '"LateReply" is not a rule id'],
  ['late_reply', '"late_reply" is not a rule id'],
  ['late--reply', '"late--reply" is not a rule id'],
  ['../late', '"../late" is not a rule id'],
  ['no-late-reply', 'name the pattern itself'],
])('the id %s is refused with the reason', async (id, reason) => {
  const root = await temporaryFolder()
  const outcome = await runScript('new-rule', [id, '--root', root])
  expect(outcome).toMatchObject({ code: 2, stdout: '' })
  expect(outcome.stderr).toContain(reason)
})

test.each([[[]], [['late-reply', 'early-reply']]])('%j is answered with how to call it', async (ids) => {
  const root = await temporaryFolder()
  const outcome = await runScript('new-rule', [...ids, '--root', root])
  expect(outcome).toMatchObject({ code: 2, stdout: '' })
  expect(outcome.stderr).toContain('Usage: npm run new-rule <id>')
})
