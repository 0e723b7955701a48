import { ESLint, Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../eslint-plugin/main.ts'
import { reviewSources } from '../../review/review.ts'
import { endlessJob, endlessTask, lintText } from './linting.ts'

/** A task without an end, with a comment behind the line that says so. */
const task = (comment: string): string => endlessTask.replace('max_retries=None)', `max_retries=None)  ${comment}`)

/** The same for a job. */
const job = (comment: string): string => endlessJob.replace('1000 })', `1000 }) ${comment}`)

describe('comments for the review', () => {
  test.each([
    ['tasks.py', task('# noqa: uncapped-retry')],
    ['tasks.py', task('# taskwise: ignore[uncapped-retry] it has to arrive')],
    ['tasks.py', `# taskwise: ignore-file\n${endlessTask}`],
    ['queue.ts', job('// taskwise: ignore[uncapped-retry] it has to arrive')],
    ['queue.ts', `/* taskwise: ignore-file[uncapped-retry] */\n${endlessJob}`],
  ])('silence in ESLint, too: %s %#', (path, text) => {
    expect(reviewSources(new Map([[path, text]])).findings).toEqual([])
    expect(lintText(text, path)).toEqual([])
  })

  test.each([
    ['tasks.py', task('# noqa: blocking-result'), 4],
    ['tasks.py', `# taskwise: ignore-file[blocking-result]\n${endlessTask}`, 1],
    ['queue.ts', job('// taskwise: ignore[blocking-result]'), 3],
  ])('are reported where they silence nothing: %s %#', (path, text, line) => {
    const { findings } = reviewSources(new Map([[path, text]]))
    expect(findings.map((finding) => `${finding.rule}:${finding.line}`)).toContain(`unused-suppression:${line}`)
    expect(lintText(text, path).sort()).toEqual(findings.map((finding) => `${finding.rule}:${finding.line}`).sort())
  })

  test('that name a rule which is off for the file are left alone', () => {
    const text = task('# noqa: blocking-result, secret-argument, E501')
    const off: Linter.Config = { files: ['**/*.py'], rules: { 'taskwise/blocking-result': 'off' } }
    expect(lintText(text, 'tasks.py').sort()).toEqual(['uncapped-retry:4', 'unused-suppression:4', 'unused-suppression:4'])
    expect(lintText(text, 'tasks.py', [...plugin.configs.recommended, off]).sort()).toEqual(['uncapped-retry:4', 'unused-suppression:4'])
    expect(lintText(`# eslint taskwise/blocking-result: off, taskwise/secret-argument: off\n${text}`, 'tasks.py')).toEqual(['uncapped-retry:5'])
  })
})

describe('comments for ESLint', () => {
  test.each([
    ['tasks.py', task('# eslint-disable-line taskwise/uncapped-retry -- it has to arrive')],
    ['tasks.py', `# eslint-disable taskwise/uncapped-retry\n${endlessTask}`],
    ['queue.ts', job('// eslint-disable-line taskwise/uncapped-retry -- it has to arrive')],
    ['queue.ts', `/* eslint-disable taskwise/uncapped-retry */\n${endlessJob}`],
  ])('are heeded by ESLint itself, which keeps what they silence: %s %#', async (path, text) => {
    const [result] = await new ESLint({ cwd: '/', overrideConfigFile: true, overrideConfig: plugin.configs.recommended }).lintText(text, { filePath: path })
    expect(result?.messages).toEqual([])
    expect(result?.suppressedMessages.map(({ ruleId, suppressions }) => [ruleId, suppressions.length])).toEqual([['taskwise/uncapped-retry', 1]])
  })

  test('are called unused by ESLint alone', () => {
    const messages = new Linter({ cwd: '/' }).verify(task('# eslint-disable-line taskwise/blocking-result'), plugin.configs.recommended, { filename: 'tasks.py' })
    expect(messages.map(({ ruleId, line, message }) => [ruleId, line, message]).sort()).toEqual(
      [
        ['taskwise/uncapped-retry', 4, expect.any(String)],
        [null, 4, "Unused eslint-disable directive (no problems were reported from 'taskwise/blocking-result')."],
      ].sort(),
    )
  })
})

describe('the suggestion to disable a rule for a line', () => {
  test('writes a comment of Python, after which the text is clean', () => {
    const linter = new Linter({ cwd: '/' })
    const [message] = linter.verify(endlessTask, plugin.configs.recommended, { filename: 'tasks.py' })
    const suggestion = message?.suggestions?.at(-1)
    expect(suggestion?.desc).toBe('Disable taskwise/uncapped-retry for this line.')
    const [start = 0, end = 0] = suggestion?.fix.range ?? []
    const text = endlessTask.slice(0, start) + (suggestion?.fix.text ?? '') + endlessTask.slice(end)
    expect(text).toContain('# eslint-disable-next-line taskwise/uncapped-retry\n@shared_task(')
    expect(linter.verify(text, plugin.configs.recommended, { filename: 'tasks.py' })).toEqual([])
  })

  test('names the rule as the configuration does', () => {
    const renamed: Linter.Config = { files: ['**/*.py'], plugins: { house: plugin }, language: 'house/python', rules: { 'house/uncapped-retry': 'error' } }
    const [message] = new Linter({ cwd: '/' }).verify(endlessTask, [renamed], { filename: 'tasks.py' })
    expect(message?.suggestions?.map(({ desc }) => desc)).toEqual(['Disable house/uncapped-retry for this line.'])
  })

  test('is left to the editor in TypeScript', () => {
    const [message] = new Linter({ cwd: '/' }).verify(endlessJob, plugin.configs.recommended, { filename: 'queue.ts' })
    expect(message?.ruleId).toBe('taskwise/uncapped-retry')
    expect(message?.suggestions ?? []).toEqual([])
  })
})
