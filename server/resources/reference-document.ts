import { addressOf, addressOfSection } from './addresses.ts'
import { findDocument } from './find-document.ts'
import type { LibraryReference, LibrarySection } from './library.ts'
import { rewriteLinks } from './links.ts'

/**
 * The outline of a reference with links to its sections, or one section, as Markdown. A whole reference is never one document: it would
 * fill an assistant's memory. @param id a reference, or `reference#section`. Throws a `RequestError` for an unknown one.
 */
export async function referenceDocument(id: string): Promise<string> {
  const { reference, section } = await findDocument(id)
  return section === null ? outline(reference) : sectionText(section, reference.id)
}

function outline({ title, summary, appliesTo, sections }: LibraryReference): string {
  const versions = Object.entries(appliesTo).map(([name, range]) => `${name} ${range}`)
  const links = sections.map((section) => `- [${section.title}](${addressOfSection(section.id)})`)
  return [`# ${title}`, summary, `Holds for ${versions.join(', ')}.`, links.join('\n')].join('\n\n')
}

function sectionText({ text, versions, rules, sources }: LibrarySection, reference: string): string {
  const notes = [
    ...(versions === null ? [] : [`Holds for ${versions}.`]),
    ...(rules.length === 0 ? [] : [`Rules: ${rules.map((rule) => `[${rule}](${addressOf({ rule })})`).join(', ')}.`]),
    `Sources: ${sources.join(', ')}`,
  ]
  return [rewriteLinks(text, reference, addressOf), ...notes].join('\n\n')
}
