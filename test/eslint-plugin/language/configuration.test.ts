import { describe, expect, test } from 'vitest'
import { lint, pythonLinter, shown } from './linting.ts'

describe('options for JavaScript that a shared configuration gives to every file', () => {
  const shared = { languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: { window: 'readonly' }, parser: { parse: () => null }, parserOptions: { project: true } } } as const

  test('do not disturb Python', async () => {
    expect(shown(await lint('bad()\n', { before: [shared] }))).toEqual(['1:1 taskwise/bad-call Call of bad.'])
  })

  test('are gone from the configuration of a Python file, so that it can be written down', async () => {
    const config: unknown = await pythonLinter({ before: [shared] }).calculateConfigForFile('shop/tasks.py')
    expect(config).toMatchObject({ language: expect.anything() as unknown, languageOptions: {} })
    expect(JSON.parse(JSON.stringify(config))).toMatchObject({ language: 'taskwise/python', languageOptions: {} })
  })
})

test('a language option that Python does not have is refused', async () => {
  await expect(lint('bad()\n', { config: { languageOptions: { version: '3.12' } } })).rejects.toThrow(
    'Key "languageOptions": Python files take no language options, but "version" is given to them. Remove it, or add `files` to the configuration that has it, so that it leaves them out.',
  )
})

test('a rule for JavaScript that runs on Python says so', async () => {
  await expect(lint('bad()\n', { before: [{ rules: { 'no-irregular-whitespace': 'error' } }] })).rejects.toThrow(
    "Error while loading rule 'no-irregular-whitespace': This rule reads JavaScript (it asks for `getAllComments`), and the file is Python. Give the configuration that turns the rule on a list of `files` without Python, such as [\"**/*.js\"].",
  )
})

test('rules for JavaScript that wait for its nodes stay silent', async () => {
  expect((await lint('x = 1\n', { before: [{ rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'no-console': 'error' } }] })).messages).toEqual([])
})
