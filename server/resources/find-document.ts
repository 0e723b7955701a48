import { nearestName } from '../../review/nearest-name.ts'
import { RequestError } from '../request-error.ts'
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
    throw new RequestError(`There is no reference or section \`${wanted}\`. ${suggest(wanted, library, reference)}`)
  }
  return { reference, section }
}

function suggest(wanted: string, { references }: LibraryData, reference: LibraryReference | undefined): string {
  const sections = (reference === undefined ? references : [reference]).flatMap((each) => each.sections.map(({ id }) => id))
  const ids = references.map(({ id }) => id)
  const near = nearestName(wanted, reference === undefined ? [...ids, ...sections] : sections)
  if (near !== null) return `Did you mean \`${near}\`?`
  return reference === undefined ? `The references are ${ids.map((id) => `\`${id}\``).join(', ')}.` : `\`${reference.id}\` has: ${sections.join(', ')}.`
}
