import { readFile } from 'node:fs/promises'
import { packageFile } from '../../analysis/languages/package-files.ts'
import { loadOnce } from '../load-once.ts'

/** The references as they are read, without what finds the sections that answer a question: that is ten times as large. */
export interface LibraryData {
  readonly references: readonly LibraryReference[]
}

export interface LibraryReference {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Version ranges by package, such as `celery: ">=5.4"`. */
  readonly appliesTo: Readonly<Record<string, string>>
  readonly sections: readonly LibrarySection[]
}

export interface LibrarySection {
  /** `reference#section`. */
  readonly id: string
  readonly title: string
  /** Where its statements come from: addresses, paths and names. */
  readonly sources: readonly string[]
  /** Such as `Celery >= 5.5`. */
  readonly versions: string | null
  /** Markdown with its heading. Links lead where they lead in the reference's own file. */
  readonly text: string
  /** Ids of the rules that it explains. */
  readonly rules: readonly string[]
}

/** Loads what the build wrote, once; after a failure again. Rejects where the installation is incomplete. */
export const loadLibrary: () => Promise<LibraryData> = loadOnce(readLibrary)

async function readLibrary(): Promise<LibraryData> {
  const file = packageFile('server/resources/library.json')
  if (file === null) throw new Error('The installation is incomplete: the references are missing; in the repository, run `npm run build`.')
  return JSON.parse(await readFile(file, 'utf8')) as LibraryData
}
