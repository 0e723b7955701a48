import type { LibraryData, LibraryReference } from '../../server/resources/library.ts'
import { commentOf, matterOf } from '../references/form.ts'
import type { Reference } from '../references/reference.ts'

/** The references as documents to read. Throws where one lacks its form. */
export function buildLibrary(references: readonly Reference[]): LibraryData {
  return { references: references.map(toDocument) }
}

function toDocument(reference: Reference): LibraryReference {
  const { id, title, summary, 'applies-to': appliesTo } = matterOf(reference)
  const sections = reference.sections.map((section) => {
    const comment = commentOf(section)
    return {
      id: `${id}#${comment?.id ?? ''}`,
      title: section.heading,
      text: section.text,
      sources: section.sources.flatMap(({ urls, codes }) => [...urls, ...codes]),
      versions: comment?.versions ?? null,
      rules: comment?.rules ?? [],
    }
  })
  return { id, title, summary, appliesTo, sections }
}
