import { describe, expect, test } from 'vitest'
import { reviewSources } from '../../review/review.ts'

/** Rule and line of everything found in one file of tasks. */
function found(source: string, rules?: readonly string[]): readonly string[] {
  const choices = rules === undefined ? {} : { rules }
  return reviewSources(new Map([['tasks.py', source]]), choices).findings.map(({ rule, line, severity }) => `${line}: ${severity} ${rule}`)
}

const header = 'from celery import shared_task\n\n\n'
const task = '@shared_task(bind=True, max_retries=None)'
const body = '\ndef sync(self):\n    raise self.retry()\n'

describe('a finding', () => {
  test('is reported where no comment silences it', () => {
    expect(found(`${header}${task}${body}`)).toEqual(['4: error uncapped-retry'])
  })

  test.each([
    ['noqa with the rule', `${task}  # noqa: uncapped-retry`],
    ['noqa with several rules', `${task}  # noqa: E501, uncapped-retry`],
    ['our own comment behind the code', `${task}  # taskwise: ignore[uncapped-retry] the partner is down for weeks`],
    ['our own comment above it', `# taskwise: ignore[uncapped-retry] the partner is down for weeks\n${task}`],
    ['our own comment for the file', `# taskwise: ignore-file[uncapped-retry] generated\n${task}`],
    ['a comment of ESLint for the next line', `# eslint-disable-next-line taskwise/uncapped-retry -- agreed\n${task}`],
    ['a comment of ESLint on the line', `${task}  # eslint-disable-line taskwise/uncapped-retry`],
    ['a range of ESLint', `# eslint-disable taskwise/uncapped-retry\n${task}`],
    ['a range of ESLint for every rule, of which another is reported again', `# eslint-disable\n# eslint-enable taskwise/blocking-result\n${task}`],
    ['a configuration of ESLint for the file', `# eslint taskwise/uncapped-retry: "off"\n${task}`],
  ])('is silenced by %s', (_, code) => {
    expect(found(`${header}${code}${body}`)).toEqual([])
  })

  test('is not silenced by a comment for another rule, which is unused', () => {
    expect(found(`${header}${task}  # noqa: blocking-result${body}`)).toEqual(['4: error uncapped-retry', '4: warning unused-suppression'])
  })

  test('is reported after a comment that switches its rule on again where all were off', () => {
    expect(found(`# eslint-disable\n${header}# eslint-enable taskwise/uncapped-retry\n${task}${body}`)).toEqual(['6: error uncapped-retry'])
  })

  test('is not silenced from another line', () => {
    expect(found(`${header}${task}${body}# noqa: uncapped-retry\n`)).toEqual(['4: error uncapped-retry', '7: warning unused-suppression'])
  })
})

describe('a comment that silences nothing', () => {
  test('is reported at the comment, once for every idle rule', () => {
    const { findings } = reviewSources(new Map([['tasks.py', `${header}${task}  # noqa: uncapped-retry, blocking-result, secret-argument${body}`]]))
    expect(findings.map(({ message, line, column, url }) => ({ message, line, column, url }))).toEqual(
      ['blocking-result', 'secret-argument'].map((rule) => ({
        message: `This comment silences \`${rule}\`, which has nothing to say here; remove it.`,
        line: 4,
        column: task.length + 3,
        url: 'https://github.com/taskwise/taskwise/blob/main/README.md#silencing-a-finding',
      })),
    )
  })

  test('is reported in a file that nothing else makes us read', () => {
    expect(found('total = 1  # noqa: uncapped-retry\n')).toEqual(['1: warning unused-suppression'])
  })

  test('a bare noqa, which was written for other tools, silences nothing', () => {
    expect(found(`${header}${task}  # noqa${body}`)).toEqual(['4: error uncapped-retry'])
  })

  test.each(['total = 1  # noqa\n', 'import os  # noqa: F401\n', '# eslint-disable no-console\n', '# taskwise is great, uncapped-retry or not\n'])('is left alone where it is none of our business: %j', (source) => {
    expect(found(source)).toEqual([])
  })

  test('is left alone where its rule does not run in this review', () => {
    const source = `${header}${task}  # noqa: uncapped-retry${body}`
    expect(found(source, ['blocking-result'])).toEqual([])
    expect(found(source, ['blocking-result', 'unused-suppression'])).toEqual([])
    expect(found('total = 1  # noqa: uncapped-retry\n', ['uncapped-retry', 'unused-suppression'])).toEqual(['1: warning unused-suppression'])
  })
})
