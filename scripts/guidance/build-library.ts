import type { GuideData } from '../../server/guidance/guide-data.ts'
import type { LibraryData } from '../../server/resources/library.ts'

/** What of the guidance is read as documents. */
export function buildLibrary({ references, sections }: Pick<GuideData, 'references' | 'sections'>): LibraryData {
  return {
    references: references.map(({ id, title, summary, appliesTo }) => ({
      id,
      title,
      summary,
      appliesTo,
      sections: sections
        .filter(({ reference }) => reference === id)
        .map((section) => ({
          id: section.id,
          title: section.title,
          text: section.full.text,
          sources: section.sources,
          versions: section.versions,
          rules: section.rules.map(({ text }) => text),
        })),
    })),
  }
}
