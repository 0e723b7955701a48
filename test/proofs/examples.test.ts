import { expect, test } from 'vitest'
import { readExamples } from '../../scripts/prove/examples.ts'
import { documents } from '../rules/documents/load.ts'
import { ruleText } from './rule-text.ts'

const pages = documents.filter(({ path }) => path.endsWith('/rule.md'))

test.each(pages)('the proofs of $rule run the examples that the tests look at', ({ path, groups }) => {
  const examples = readExamples(ruleText(path))
  expect(examples.map(({ role, files }) => [role, files])).toEqual(groups.map(({ kind, files }) => [kind, Object.fromEntries(files)]))
  expect(new Set(examples.map(({ role, heading }) => `${role} ${heading ?? ''}`)).size).toBe(examples.length)
})

test('an example is found by its heading', () => {
  const fence = '```'
  const page = `# a\n\n## Wrong\n\n${fence}python wrong\ncall()\n${fence}\n\n### Later\n\n${fence}ts wrong file=src/a.ts\ncall()\n${fence}\n\n${fence}text\nnot a file\n${fence}\n`
  expect(readExamples(page)).toEqual([
    { role: 'wrong', heading: null, files: { 'tasks.py': 'call()\n' } },
    { role: 'wrong', heading: 'Later', files: { 'src/a.ts': 'call()\n' } },
  ])
})
