import { RuleTester } from 'eslint'
import { describe, expect, test } from 'vitest'
import { testPlugin } from './linting.ts'

RuleTester.describe = (title: string, body: () => void) => {
  describe(title, body)
}
RuleTester.it = (title: string, body: () => void) => {
  test(title, () => {
    expect(body).not.toThrow()
  })
}

const plugin = testPlugin()
const tester = new RuleTester({ plugins: { taskwise: plugin }, language: 'taskwise/python' })
const rule = plugin.rules?.['bad-call']
if (rule === undefined) throw new Error('The test plugin has no such rule.')

tester.run('bad-call', rule, {
  valid: ['good()\n', '# bad()\n', { code: 'bad()\n', options: [{ functions: ['other'] }] }],
  invalid: [
    {
      code: 'x = "😀"\r\nbad(x)\r\n',
      output: 'x = "😀"\r\ngood(x)\r\n',
      errors: [{ messageId: 'bad', line: 2, column: 1, endLine: 2, endColumn: 4, suggestions: [{ messageId: 'better', output: 'x = "😀"\r\nbetter(x)\r\n' }] }],
    },
    {
      code: 'def f(:\n    other()\n',
      options: [{ functions: ['other'] }],
      output: 'def f(:\n    good()\n',
      errors: [{ message: 'Call of other.', suggestions: [{ desc: 'Call `better`.', output: 'def f(:\n    better()\n' }] }],
    },
  ],
})
