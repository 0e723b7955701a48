import { RequestError } from '../request-error.ts'
import { suggest } from '../suggest.ts'
import { type LibraryData, type LibraryReference, type LibrarySection, loadLibrary } from './library.ts'

export interface FoundDocument {
  readonly reference: LibraryReference
  /** `null`: the reference as such was asked for. */
  readonly section: LibrarySection | null
}

/**
 * Finds a reference by its id, or a section by `reference#section`; their addresses do as well. Throws a `RequestError` that names
 * what there is for an unknown one.
 */
export async function findDocument(id: string): Promise<FoundDocument> {
  const library = await loadLibrary()
  const wanted = id.trim().replace(/^taskwise:\/\/references\//, '').replace('/', '#')
  const [name = '', isSection] = wanted.split('#')
  const reference = library.references.find((each) => each.id === name)
  const section = reference?.sections.find((each) => each.id === wanted) ?? null
  if (reference === undefined || (section === null && isSection !== undefined)) {
    throw new RequestError(`There is no reference or section \`${wanted}\`. ${hint(wanted, library, reference)}`)
  }
  return { reference, section }
}

function hint(wanted: string, { references }: LibraryData, reference: LibraryReference | undefined): string {
  if (/^rules(?:#|$)/.test(wanted)) return 'Pages of rules are read with `explain_rule`.'
  const sections = (reference === undefined ? references : [reference]).flatMap((each) => each.sections.map(({ id }) => id))
  if (reference !== undefined) return suggest(wanted, sections, `\`${reference.id}\` has:`)
  const ids = references.map(({ id }) => id)
  return suggest(wanted, [...ids, ...sections], 'The references are', ids)
}
