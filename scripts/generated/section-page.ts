import { ruleUrl } from '../../review/rule-url.ts'
import { commentOf } from '../references/form.ts'
import type { Section } from '../references/reference.ts'
import type { GeneratedFile } from './generated-file.ts'

/** A section as a page that stands alone: what an assistant gets, with links that lead to other pages. Its path is relative to the references. */
export function sectionPage(reference: string, section: Section): GeneratedFile {
  const comment = commentOf(section)
  if (comment === null) throw new Error(`${reference}.md, line ${section.line}: the comment below "${section.heading}" lacks its form; run the tests of the references.`)
  const { id, versions, rules = [] } = comment
  const notes = [
    ...(versions === undefined ? [] : [`Holds for ${versions}.`]),
    ...(rules.length === 0 ? [] : [`Rules: ${rules.map((rule) => `[${rule}](${ruleUrl(rule)})`).join(', ')}.`]),
  ]
  const text = withLinks(section.text.replace(/^## /, '# '), reference)
  return { path: `${reference}/${id}.md`, content: [text, ...notes, ''].join('\n\n').replace(/\n+$/, '\n') }
}

/** Links of a reference, which lies beside the others and the rules, as links of a page that lies one folder deeper. Code is left alone. */
function withLinks(markdown: string, reference: string): string {
  const parts = markdown.split(/(^```[^\n]*\n[\s\S]*?^```$)/m)
  return parts.map((part) => (part.startsWith('```') ? part : part.replace(/\]\(([^)\s]+)\)/g, (_, url: string) => `](${linkOf(url, reference)})`))).join('')
}

function linkOf(url: string, reference: string): string {
  const [, rule] = /^\.\.\/rules\/([a-z-]+)\/rule\.md$/.exec(url) ?? []
  if (rule !== undefined) return ruleUrl(rule)
  const [named, other = reference, section] = /^(?:([a-z-]+)\.md)?(?:#([a-z0-9-]+))?$/.exec(url) ?? []
  if (named === undefined) return url
  if (section === undefined) return `../${other}.md`
  return other === reference ? `${section}.md` : `../${other}/${section}.md`
}
