import { findDocument } from '../resources/find-document.ts'

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
export async function readReference({ id: wanted }: ReadRequest): Promise<ReadAnswer> {
  const { reference, section } = await findDocument(wanted)
  if (section !== null) {
    const { id, title, text, sources } = section
    return { id, title, text, outline: [], sources }
  }
  const { id, title, summary, sections } = reference
  return { id, title, text: summary, outline: sections.map((each) => ({ id: each.id, title: each.title })), sources: [] }
}
