import { ruleUrl } from '../../review/rule-url.ts'
import { type Place, rewriteLinks } from '../../server/resources/links.ts'
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
  const text = rewriteLinks(section.text.replace(/^## /, '# '), reference, (place) => pageOf(place, reference))
  return { path: `${reference}/${id}.md`, content: [text, ...notes, ''].join('\n\n').replace(/\n+$/, '\n') }
}

/** Pages of sections lie in a folder of their reference, which lies beside its page. The skill has no pages of rules. */
function pageOf(place: Place, reference: string): string {
  if ('rule' in place) return ruleUrl(place.rule)
  const { reference: other, section } = place
  if (section === null) return `../${other}.md`
  return other === reference ? `${section}.md` : `../${other}/${section}.md`
}
