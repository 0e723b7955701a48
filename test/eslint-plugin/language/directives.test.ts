import { describe, expect, test } from 'vitest'
import { lint, type LintChoices, shown } from './linting.ts'

const bothRules: LintChoices = { config: { rules: { 'taskwise/worse-call': 'error' }, linterOptions: { reportUnusedDisableDirectives: 'off' } } }
const unused: LintChoices = { config: { rules: { 'taskwise/worse-call': 'error' }, linterOptions: { reportUnusedDisableDirectives: 'error' } } }

/** Line and rule of what is still reported. */
async function reported(text: string): Promise<string[]> {
  return (await lint(text, bothRules)).messages.map(({ line, ruleId }) => `${line} ${ruleId?.replace('taskwise/', '') ?? ''}`)
}

describe('a comment silences', () => {
  test.each([
    ['its line', 'bad()  # eslint-disable-line\nbad()\n', ['2 bad-call']],
    ['a rule in its line', 'bad(worse())  # eslint-disable-line taskwise/bad-call\n', ['1 worse-call']],
    ['rules in its line', 'bad(worse())  # eslint-disable-line taskwise/bad-call, taskwise/worse-call\n', []],
    ['the next line', '# eslint-disable-next-line\nbad()\nbad()\n', ['3 bad-call']],
    ['a rule in the next line', '# eslint-disable-next-line taskwise/bad-call\nbad(worse())\n', ['2 worse-call']],
    ['the line after a trailing comment', 'bad()  # eslint-disable-next-line taskwise/bad-call\nbad()\n', ['1 bad-call']],
    ['the next line and no other of a call', '# eslint-disable-next-line\nf(\n  bad(),\n)\n', ['3 bad-call']],
    ['a line inside a call', 'f(\n  # eslint-disable-next-line taskwise/bad-call\n  bad(),\n)\n', []],
    ['what follows', 'bad()\n# eslint-disable\nbad()\nworse()\n', ['1 bad-call']],
    ['a rule in what follows', '# eslint-disable taskwise/bad-call\nbad()\nworse()\n', ['3 worse-call']],
    ['what lies between', '# eslint-disable\nbad()\n# eslint-enable\nbad()\n', ['4 bad-call']],
    ['a rule in what lies between', '# eslint-disable taskwise/bad-call\nbad()\n# eslint-enable taskwise/bad-call\nbad()\n', ['4 bad-call']],
    ['all but the rule that is switched on again', '# eslint-disable\n# eslint-enable taskwise/bad-call\nbad(worse())\n', ['3 bad-call']],
    ['with a reason', '# eslint-disable-next-line taskwise/bad-call -- agreed, see #1\nbad()\n', []],
    ['every rule with a reason alone', '# eslint-disable-next-line -- taskwise/worse-call\nbad()\n', []],
    ['without a space', '#eslint-disable-next-line taskwise/bad-call\nbad()\n', []],
    ['with lines that end with a return and a line feed', '# eslint-disable-next-line taskwise/bad-call\r\nbad()\r\nbad()\r\n', ['3 bad-call']],
    ['with lines that end with a return', '# eslint-disable-next-line taskwise/bad-call\rbad()\rbad()\r', ['3 bad-call']],
    ['after a byte order mark', '\uFEFF# eslint-disable-next-line taskwise/bad-call\nbad()\n', []],
    ['behind wrong syntax', 'def f(:\n  bad()  # eslint-disable-line taskwise/bad-call\n', []],
  ])('%s', async (_, text, expected) => {
    expect(await reported(text)).toEqual(expected)
  })
})

describe('nothing is silenced by', () => {
  test.each([
    ['a string', 'bad("# eslint-disable-line")\n'],
    ['a remark behind another', 'bad()  # as agreed, eslint-disable-line\n'],
    ['a longer word', 'bad()  # eslint-disable-lines\n'],
    ['a comment as JavaScript has them', 'bad() // eslint_disable_line\n'],
  ])('%s', async (_, text) => {
    expect(await reported(text)).toEqual(['1 bad-call'])
  })

  test('a name that no rule has, which is said', async () => {
    const text = 'bad()  # eslint-disable-line bad-call, taskwise/worst-call\n'
    expect(shown(await lint(text))).toEqual([
      '1:1 taskwise/bad-call Call of bad.',
      "1:8 bad-call Definition for rule 'bad-call' was not found.",
      "1:8 taskwise/worst-call Definition for rule 'taskwise/worst-call' was not found.",
    ])
  })
})

test('what is silenced is kept with the reason', async () => {
  const { suppressedMessages } = await lint('bad()  # eslint-disable-line taskwise/bad-call -- agreed\n')
  expect(suppressedMessages).toMatchObject([{ ruleId: 'taskwise/bad-call', suppressions: [{ kind: 'directive', justification: 'agreed' }] }])
})

describe('a comment that silences nothing is reported where it stands:', () => {
  test.each([
    ['f()  # eslint-disable-line\n', ['1:6 Unused eslint-disable directive (no problems were reported).']],
    ['f(\n    # eslint-disable-next-line taskwise/bad-call\n    a)\n', ["2:5 Unused eslint-disable directive (no problems were reported from 'taskwise/bad-call')."]],
    ['# eslint-disable-next-line taskwise/bad-call, taskwise/worse-call\nbad()\n', ["1:1 Unused eslint-disable directive (no problems were reported from 'taskwise/worse-call')."]],
    ['# eslint-disable taskwise/bad-call\nf()\n', ["1:1 Unused eslint-disable directive (no problems were reported from 'taskwise/bad-call')."]],
    ['f()\n# eslint-enable taskwise/bad-call\n', ["2:1 Unused eslint-enable directive (no matching eslint-disable directives were found for 'taskwise/bad-call')."]],
  ])('%j', async (text, expected) => {
    expect(shown(await lint(text, unused))).toEqual(expected)
  })
})

describe('a comment that silences nothing is removed:', () => {
  test.each([
    ['from the end of a line', 'f()  # eslint-disable-line\ng()\n', 'f() \ng()\n'],
    ['with its line among indented ones', 'if a:\n    f()\n    # eslint-disable-next-line taskwise/bad-call\n    g()\n', 'if a:\n    f()\n    g()\n'],
    ['with its line at the start of a block', 'def f():\n    # eslint-disable-next-line -- why\n    g()\n', 'def f():\n    g()\n'],
    ['with its line inside a call', 'f(\n  # eslint-disable-next-line taskwise/bad-call\n  a,\n)\n', 'f(\n  a,\n)\n'],
    ['with its line among others', 'f()\n# eslint-disable-next-line taskwise/bad-call\ng()\n', 'f() \ng()\n'],
    ['with its line before a tab', 'if a:\n\tf()\n\t# eslint-disable-next-line\n\tg()\n', 'if a:\n\tf() \n\tg()\n'],
    ['with its line among lines that end with a return and a line feed', 'if a:\r\n    # eslint-disable-next-line\r\n    g()\r\n', 'if a:\r\n    g()\r\n'],
    ['from the first line', '# eslint-disable taskwise/bad-call\nf()\n', ' \nf()\n'],
    ['from the last line', 'f()\n# eslint-enable', 'f() '],
    ['after a byte order mark', '\uFEFFif a:\n  # eslint-disable-next-line\n  f("😀")\n', '\uFEFFif a:\n  f("😀")\n'],
    ['twice in a row', 'if a:\n    # eslint-disable taskwise/bad-call\n    # eslint-disable-next-line taskwise/worse-call\n    g()\n', 'if a:\n    g()\n'],
    ['at the start of a list', '# eslint-disable-next-line taskwise/worse-call, taskwise/bad-call -- why\nbad()\n', '# eslint-disable-next-line taskwise/bad-call -- why\nbad()\n'],
    ['at the end of a list', 'if a:\n  # eslint-disable-next-line taskwise/bad-call, taskwise/worse-call -- why\n  bad()\n', 'if a:\n  # eslint-disable-next-line taskwise/bad-call -- why\n  bad()\n'],
  ])('%s', async (_, text, expected) => {
    const { output, messages } = await lint(text, { ...unused, options: { fix: ({ ruleId }) => (ruleId) === null } })
    expect([output, messages]).toEqual([expected, []])
  })
})
