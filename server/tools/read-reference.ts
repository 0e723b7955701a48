import { loadGuide } from '../guidance/guide.ts'
import type { ReferenceData, SectionData } from '../guidance/guide-data.ts'
import { RequestError } from '../request-error.ts'
import { nearestName } from '../../review/nearest-name.ts'

export interface ReadRequest {
  /** A reference, or a section as `reference#section`. */
  readonly id: string
}

/** What goes over the wire: the outline of a reference, or one section. */
export interface ReadAnswer {
  readonly id: string
  readonly title: string
  /** The section as Markdown; of a reference, its summary. */
  readonly text: string
  /** The sections of a reference, in order; empty for a section. */
  readonly outline: readonly { readonly id: string; readonly title: string }[]
  /** Where the section's statements come from. */
  readonly sources: readonly string[]
}

/** Reads one section, or tells what a reference holds. Throws a `RequestError` that names what there is for an unknown id. */
export async function readReference({ id }: ReadRequest): Promise<ReadAnswer> {
  const { references, sections } = await loadGuide()
  const wanted = id.trim().replace(/^taskwise:\/\/references\//, '').replace('/', '#')
  const section = sections.find((each) => each.id === wanted)
  if (section !== undefined) return showSection(section)
  const reference = references.find((each) => each.id === wanted)
  if (reference !== undefined) return showOutline(reference, sections)
  throw new RequestError(`There is no reference or section \`${wanted}\`. ${suggest(wanted, references, sections)}`)
}

function showSection({ id, title, full, sources }: SectionData): ReadAnswer {
  return { id, title, text: full.text, outline: [], sources }
}

function showOutline({ id, title, summary }: ReferenceData, sections: readonly SectionData[]): ReadAnswer {
  const own = sections.filter(({ reference }) => reference === id)
  return { id, title, text: summary, outline: own.map((section) => ({ id: section.id, title: section.title })), sources: [] }
}

function suggest(wanted: string, references: readonly ReferenceData[], sections: readonly SectionData[]): string {
  const [reference = ''] = wanted.split('#')
  const own = sections.filter((section) => section.reference === reference).map(({ id }) => id)
  const near = nearestName(wanted, own.length > 0 ? own : sections.map(({ id }) => id))
  if (near !== null) return `Did you mean \`${near}\`?`
  return own.length > 0 ? `\`${reference}\` has: ${own.join(', ')}.` : `The references are ${references.map(({ id }) => `\`${id}\``).join(', ')}.`
}
