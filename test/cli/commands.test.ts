import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { runTaskwise } from './run-taskwise.ts'

const here = import.meta.dirname

describe('taskwise', () => {
  test('--version prints the version of the package', async () => {
    expect(await runTaskwise(here, ['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  test('--help names every command and gives examples', async () => {
    const { code, stdout } = await runTaskwise(here, ['--help'])
    expect(code).toBe(0)
    for (const words of ['review [options] [paths...]', 'explain <rule>', 'mcp [options]', 'init [options] [directory]', 'Examples:']) expect(stdout).toContain(words)
  })

  test('README names the same options of a review as its help', async () => {
    const { code, stdout } = await runTaskwise(here, ['review', '--help'])
    const readme = await readFile(join(here, '../../README.md'), 'utf8')
    const table = readme.slice(readme.indexOf('### `taskwise review'), readme.indexOf('### `taskwise explain'))
    const inTable = [...table.matchAll(/^\| .*?(?<!\\)\|/gm)].flatMap(([cell]) => cell.match(/--[a-z][a-z-]+/g) ?? [])
    const inHelp = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option).filter((option) => option !== '--help')
    expect(code).toBe(0)
    expect(inTable.toSorted()).toEqual(inHelp.toSorted())
  })

  test('without a command shows the help and ends with 2', async () => {
    const { code, stdout, stderr } = await runTaskwise(here, [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: taskwise')
  })

  test('suggests the command that was meant', async () => {
    const { code, stderr } = await runTaskwise(here, ['reveiw'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: unknown command 'reveiw'\n\(Did you mean review\?\)/)
  })
})

describe('taskwise explain', () => {
  test('prints the page of a rule', async () => {
    const page = await readFile(join(here, '../../rules/uncapped-retry/rule.md'), 'utf8')
    expect(await runTaskwise(here, ['explain', 'uncapped-retry'])).toEqual({ code: 0, stdout: page, stderr: '' })
  })

  test('explains what the review itself reports', async () => {
    const { code, stdout } = await runTaskwise(here, ['explain', 'unused-suppression'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^# unused-suppression\n/)
  })

  test('names the nearest rules where there is none of that name', async () => {
    const { code, stdout, stderr } = await runTaskwise(here, ['explain', 'uncaped-retry'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^taskwise: There is no rule `uncaped-retry`\. .*`uncapped-retry`/)
  })
})

test.each(['file.py', 'file.py/below', 'gone'])('taskwise mcp refuses the root %s, which is not a folder', async (root) => {
  const folder = await temporaryFolder({ 'file.py': '' })
  expect(await runTaskwise(folder, ['mcp', '--root', root])).toEqual({ code: 2, stdout: '', stderr: `taskwise: \`${join(folder, root)}\` (--root) is not a folder.\n` })
})
