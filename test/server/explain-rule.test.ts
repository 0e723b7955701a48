import { expect, test } from 'vitest'
import { rules } from '../../rules/registry.ts'
import { readSections } from '../../server/markdown-sections.ts'
import { explainRule } from '../../server/tools/explain-rule.ts'
import { readOutline } from '../rules/documents/outline.ts'

test.each(rules.map((rule) => [rule.id, rule] as const))('%s is explained by its page', async (id, { summary, kind, preset }) => {
  const explanation = await explainRule(id)
  expect(explanation).toMatchObject({ id, title: id, summary, kind, preset })
  const outline = readOutline(explanation.document)
  expect(explanation.sections.map(({ heading }) => heading)).toEqual(outline.sections.map(({ heading }) => heading))
  expect(explanation.sections.filter(({ text }) => text === '')).toEqual([])
})

test('a prefix and spaces do not matter', async () => {
  expect((await explainRule(' taskwise/object-argument ')).id).toBe('object-argument')
})

test.each([
  ['object-arguments', 'There is no rule `object-arguments`. Did you mean `object-argument`?'],
  ['secret', 'Near to it: `secret-argument`.'],
  ['../../package', 'There is no rule `../../package`. The rules are `blocking-result`, '],
  ['unused-suppression', 'remove it'],
])('%s is no rule', async (id, reason) => {
  await expect(explainRule(id)).rejects.toThrow(reason)
})

test('sections are cut at their headings, and not inside code', () => {
  const document = '# Title\r\n\r\nIntro\r\n\r\n## One\r\n\r\ntext\r\n\r\n```python\r\n## not a heading\r\n```\r\n\r\n### Sub\r\n\r\n## Two\r\n'
  expect(readSections(document)).toEqual({
    title: 'Title',
    sections: [
      { heading: 'One', text: 'text\n\n```python\n## not a heading\n```\n\n### Sub' },
      { heading: 'Two', text: '' },
    ],
  })
  expect(readSections('no heading')).toEqual({ title: '', sections: [] })
})
