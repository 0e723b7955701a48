import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { reviewSources } from '../../../review/review.ts'
import { type PythonRule, testPlugin } from './linting.ts'

const blocking = `from celery import shared_task

@shared_task
def send(user):
    return user

@shared_task
def report(user):
`

/** What a review finds, by line, apart from comments that silence nothing. */
function reviewed(text: string): number[] {
  const { findings } = reviewSources(new Map([['tasks.py', text]]), { rules: ['blocking-result'] })
  return findings.filter(({ rule }) => rule === 'blocking-result').map(({ line }) => line)
}

/** Reports in ESLint what the review finds where nothing is silenced. */
const getCall: PythonRule = {
  meta: { schema: [] },
  create: (context) => ({
    'call[function.attribute.text="get"]'(node) {
      context.report({ node, message: 'get' })
    },
  }),
}

function linted(text: string): number[] {
  const config: Linter.Config = {
    files: ['**/*.py'],
    plugins: { taskwise: testPlugin({ 'blocking-result': getCall, 'secret-argument': { create: () => ({}) } }) },
    language: 'taskwise/python',
    rules: { 'taskwise/blocking-result': 'error' },
  }
  const messages = new Linter().verify(text, [config], 'tasks.py')
  return messages.filter(({ ruleId }) => ruleId === 'taskwise/blocking-result').map(({ line }) => line)
}

const call = 'send.delay(user).get()'
const lines = [
  '# eslint-disable',
  '# eslint-enable',
  '# eslint-disable taskwise/blocking-result',
  '# eslint-enable taskwise/blocking-result',
  '# eslint-enable taskwise/secret-argument',
  '# eslint-disable-next-line taskwise/blocking-result, taskwise/secret-argument',
  `${call}  # eslint-disable-line taskwise/secret-argument`,
  `${call}  # eslint-disable`,
]

/** Every choice of so many of the lines above, in every order. */
function sequences(length: number): string[][] {
  if (length === 0) return [[]]
  return sequences(length - 1).flatMap((sequence) => lines.map((line) => [...sequence, line]))
}

describe('ESLint and the review silence the same', () => {
  test.each(lines.map((line) => [line]))('after %s', (first) => {
    for (const rest of sequences(2)) {
      const body = [first, ...rest].flatMap((line) => [line, call]).map((line) => `    ${line}\n`)
      const text = `${blocking}    ${call}\n${body.join('')}`
      expect([text, reviewed(text)]).toEqual([text, linted(text)])
    }
  })

  test.each([
    ['a rule that is off in the file', '    # eslint taskwise/blocking-result: off'],
    ['a rule in quotes', "    # eslint-disable 'taskwise/blocking-result'"],
    ['a colon', '    # eslint-disable: all of it'],
    ['a reason', '    # eslint-disable -- taskwise/secret-argument'],
    ['a reason that is not set off', '    # eslint-disable taskwise/blocking-result--why'],
    ['a call on several lines', `    send.delay(  # eslint-disable-line\n        user).get()`],
  ])('with %s', (_, comment) => {
    const text = `${blocking}${comment}\n    ${call}\n`
    expect(reviewed(text)).toEqual(linted(text))
  })

  test('where nothing is silenced, both find the call', () => {
    const text = `${blocking}    ${call}\n`
    expect([reviewed(text), linted(text)]).toEqual([[9], [9]])
  })
})
