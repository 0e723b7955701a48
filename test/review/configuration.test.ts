import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Configuration, findConfiguration } from '../../review/configuration.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const ruleIds = ['uncapped-retry', 'blocking-result']

/** The configuration for `path` in a folder with these files and a repository at its top. */
async function configure(files: Readonly<Record<string, string>>, path = '.'): Promise<Configuration & { readonly top: string }> {
  const top = await temporaryFolder({ '.git/HEAD': '', ...files })
  return { ...findConfiguration(join(top, path), null, ruleIds), top }
}

describe('where it is found', () => {
  test('nowhere: nothing is decided', async () => {
    const { top, ...configuration } = await configure({})
    expect(configuration).toEqual({ folder: top, rules: new Map(), exclude: [] })
  })

  test('in taskwise.config.json', async () => {
    const text = '{ "$schema": "x", "rules": { "uncapped-retry": "warning" }, "exclude": ["scripts/"] }'
    const { top, ...configuration } = await configure({ 'taskwise.config.json': text })
    expect(configuration).toEqual({ folder: top, rules: new Map([['uncapped-retry', 'warning']]), exclude: ['scripts/'] })
  })

  test('in the table of pyproject.toml', async () => {
    const { rules, exclude } = await configure({ 'pyproject.toml': '[tool.taskwise]\nexclude = ["old/"]\n[tool.taskwise.rules]\nblocking-result = "off"\n' })
    expect([...rules]).toEqual([['blocking-result', 'off']])
    expect(exclude).toEqual(['old/'])
  })

  test('in the nearest folder that has one, up to the repository’s top', async () => {
    const files = { 'taskwise.config.json': '{ "exclude": ["top/"] }', 'backend/pyproject.toml': '[project]\nname = "taskwise-user"\n', 'backend/shop/tasks.py': '' }
    const { top, folder, exclude } = await configure(files, 'backend/shop')
    expect({ folder, exclude }).toEqual({ folder: top, exclude: ['top/'] })
  })

  test('not above the repository, and not outside the boundaries', async () => {
    const top = await temporaryFolder({ 'taskwise.config.json': '{ "exclude": ["top/"] }', 'project/.git/HEAD': '', 'other/shop/tasks.py': '' })
    const folders = [findConfiguration(join(top, 'project'), null, ruleIds), findConfiguration(join(top, 'other/shop'), [join(top, 'other')], ruleIds)]
    expect(folders.map(({ exclude }) => exclude)).toEqual([[], []])
    expect(findConfiguration(join(top, 'other/shop'), [top], ruleIds).exclude).toEqual(['top/'])
  })
})

describe('a broken configuration is an error that names file and key', () => {
  test.each([
    ['{ "rules": ', /^\/.*taskwise\.config\.json is not valid JSON: /],
    ['[]', /taskwise\.config\.json: expected an object with the keys `rules` and `exclude`\.$/],
    ['{ "rule": {} }', /taskwise\.config\.json: there is no key `rule`; did you mean `rules`\?$/],
    ['{ "ignore": [] }', /there is no key `ignore`; there are only: rules, exclude\.$/],
    ['{ "rules": ["uncapped-retry"] }', /`rules` must map rule ids to "off", "warning" or "error"\.$/],
    ['{ "rules": { "uncaped-retry": "off" } }', /there is no rule `uncaped-retry`; did you mean `uncapped-retry`\?$/],
    ['{ "rules": { "uncapped-retry": "warn" } }', /`rules\.uncapped-retry` must be "off", "warning" or "error", not "warn"\.$/],
    ['{ "exclude": "scripts/" }', /`exclude` must be a list of patterns such as "scripts\/"\.$/],
  ])('%s', async (text, message) => {
    await expect(configure({ 'taskwise.config.json': text })).rejects.toThrow(message)
  })

  test('in TOML too', async () => {
    await expect(configure({ 'pyproject.toml': '[tool.taskwise]\nrulez = 1\n' })).rejects.toThrow(/pyproject\.toml, \[tool\.taskwise\]: there is no key `rulez`; did you mean `rules`\?$/)
    await expect(configure({ 'pyproject.toml': '[tool.taskwise\n' })).rejects.toThrow(/pyproject\.toml is not valid TOML: /)
  })

  test('but a broken file that does not mention us is not ours to report', async () => {
    expect((await configure({ 'pyproject.toml': '[tool.black\n' })).exclude).toEqual([])
  })
})

test('a configuration behind a link counts within the boundaries, and not outside', async () => {
  const top = await temporaryFolder({ 'shared/config.json': '{ "exclude": ["old/"] }', 'project/tasks.py': '' })
  await symlink('../shared/config.json', join(top, 'project/taskwise.config.json'))
  const root = join(top, 'project')
  expect(findConfiguration(root, [top], ruleIds).exclude).toEqual(['old/'])
  expect(findConfiguration(root, [root], ruleIds).exclude).toEqual([])
})
