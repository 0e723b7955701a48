import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../eslint-plugin/main.ts'
import { reviewPaths } from '../../review/review.ts'
import { versionsIn } from '../../scripts/prove/environments/python.ts'

const root = join(import.meta.dirname, '../..')
const examples = join(root, 'examples')
const newest = versionsIn(readFileSync(join(root, 'proofs/requirements/newest.txt'), 'utf8'))
const withoutMistakes = readdirSync(examples).filter((name) => !existsSync(join(examples, name, 'mistakes.json')))

test('the classic examples own up to no mistake', () => {
  expect(withoutMistakes).toEqual(['csv-import', 'order-workflow', 'welcome-mail'])
})

describe.each(withoutMistakes)('the example %s', (name) => {
  const folder = join(examples, name)

  test('has nothing that a strict review would report', async () => {
    const { findings, files } = await reviewPaths({ paths: [folder], directory: folder, strict: true })
    expect(findings).toEqual([])
    expect(files.partlyRead).toEqual([])
    expect(files.read).toBeGreaterThan(10)
  })

  test('has nothing that ESLint with all rules would report', async () => {
    const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all }).lintFiles(['.'])
    expect(results.flatMap(({ filePath, messages }) => messages.map((message) => ({ filePath, ...message })))).toEqual([])
    expect(results.length).toBeGreaterThan(10)
  })

  test('is pinned to the versions that the proofs run on', () => {
    const pins = versionsIn(readFileSync(join(folder, 'requirements.txt'), 'utf8'))
    expect([...pins.keys()]).toEqual(expect.arrayContaining(['celery', 'django', 'redis']))
    expect(Object.fromEntries([...pins.keys()].map((each) => [each, newest.get(each)]))).toEqual(Object.fromEntries(pins))
  })
})
