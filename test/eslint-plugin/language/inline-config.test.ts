import { describe, expect, test } from 'vitest'
import { lint, shown } from './linting.ts'

describe('a comment configures', () => {
  test.each([
    ['a rule that is on', '# eslint taskwise/bad-call: "off"\nbad()\n', []],
    ['a rule that is off', 'worse()\n# eslint taskwise/worse-call: error\n', ['1:1 taskwise/worse-call Call of worse.']],
    ['several rules', '# eslint taskwise/bad-call: 0, taskwise/worse-call: 2\nbad(worse())\n', ['2:5 taskwise/worse-call Call of worse.']],
    ['a rule and its options', '# eslint taskwise/bad-call: ["error", {"functions": ["f"]}] -- for now\nbad(f())\n', ['2:5 taskwise/bad-call Call of f.']],
    ['the whole file from any line', 'bad()\n    # eslint taskwise/bad-call: off\n', []],
  ])('%s', async (_, text, expected) => {
    expect(shown(await lint(text))).toEqual(expected)
  })

  test('how much a rule weighs', async () => {
    expect((await lint('# eslint taskwise/bad-call: warn\nbad()\n')).messages).toMatchObject([{ severity: 1 }])
  })
})

describe('a comment that configures wrongly is reported:', () => {
  test.each([
    ['a rule that is not there', '# eslint taskwise/worst-call: "error"\n', "1:1 taskwise/worst-call Definition for rule 'taskwise/worst-call' was not found."],
    ['options that the rule does not have', 'f()  # eslint taskwise/bad-call: ["error", {"all": true}]\n', '1:6 taskwise/bad-call Inline configuration for rule "taskwise/bad-call" is invalid:'],
    ['what cannot be read', '# eslint taskwise/bad-call: ["error", {\n', "1:1 Failed to parse JSON from '\"taskwise/bad-call\": [\"error\", {'"],
    ['a rule twice', '# eslint taskwise/bad-call: 1\n# eslint taskwise/bad-call: 2\n', '2:1 Rule "taskwise/bad-call" is already configured by another configuration comment'],
  ])('%s', async (_, text, expected) => {
    const found = shown(await lint(text))
    expect(found.map((line) => line.slice(0, expected.length))).toEqual([expected])
  })
})

test.each([['# eslint is not for this file'], ['# eslint: see the other one'], ['# eslint rules: none yet'], ['# eslint'], ['# eslinted by hand: twice']])('%s is prose', async (comment) => {
  expect(shown(await lint(`${comment}\nbad()\n`))).toEqual(['2:1 taskwise/bad-call Call of bad.'])
})

test('comments are told that they have no effect where the configuration does not let them', async () => {
  const text = '# eslint taskwise/bad-call: off\nbad()  # eslint-disable-line taskwise/bad-call\n# eslint is off here\n'
  const because = "has no effect because you have 'noInlineConfig' setting in your config."
  expect(shown(await lint(text, { config: { linterOptions: { noInlineConfig: true } } }))).toEqual([
    `1:1 '# eslint taskwise/bad-call: off' ${because}`,
    '2:1 taskwise/bad-call Call of bad.',
    `2:8 '# eslint-disable-line taskwise/bad-call' ${because}`,
  ])
})

test('comments are passed over where inline configuration is not allowed', async () => {
  const text = '# eslint taskwise/bad-call: off\nbad()  # eslint-disable-line\n'
  expect(shown(await lint(text, { options: { allowInlineConfig: false } }))).toEqual(['2:1 taskwise/bad-call Call of bad.'])
})
