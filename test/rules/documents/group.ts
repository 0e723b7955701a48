import { type Language, languageOf, readTag } from './language.ts'
import { type Marker, readMarkers } from './marker.ts'
import type { CodeBlock } from './outline.ts'

/** The code blocks that make up one small project, and what the document says about it. */
export interface Group {
  /** Heading and line, fit to find the group in its document. */
  readonly name: string
  /** `case`: the markers alone say what is wrong with it. */
  readonly kind: 'wrong' | 'right' | 'case'
  readonly files: ReadonlyMap<string, string>
  /** Of the files that rules judge. */
  readonly languages: ReadonlySet<Language>
  readonly markers: readonly Marker[]
}

export type Role = 'wrong' | 'right'

/** What the info string of a code block says. */
export interface Fence {
  readonly language: string
  readonly role: Role | null
  readonly path: string | null
}

const supportLanguages = new Set(['toml', 'text', 'ini', 'json', 'yaml'])

/** Reads an info string such as `ts wrong file=src/queue.ts`; `null` where it has no known form. */
export function readFence(info: string): Fence | null {
  const match = /^(?<language>[a-z]+)(?: (?<role>wrong|right))?(?: file=(?<path>[\w./-]+))?$/.exec(info)
  if (match?.groups === undefined) return null
  const { language = '', role, path } = match.groups
  if (readTag(language) === null && !(supportLanguages.has(language) && role === undefined)) return null
  return { language, role: role === 'wrong' || role === 'right' ? role : null, path: path ?? null }
}

/** A block of code that is a file of a project. Blocks of `text` without a path are prose: logs and tracebacks. */
export function isProjectFile(fence: Fence): boolean {
  return fence.language !== 'text' || fence.path !== null
}

/** Throws where two blocks are the same file, a path does not suit its language, or a marker is malformed. */
export function makeGroup(name: string, kind: Group['kind'], blocks: readonly (CodeBlock & { readonly fence: Fence })[]): Group {
  const files = new Map<string, string>()
  for (const { fence, text, line } of blocks) {
    const tag = readTag(fence.language)
    const path = fence.path ?? tag?.path
    if (path === undefined) throw new Error(`line ${line}: a block of ${fence.language} needs a file=`)
    if (!(tag?.endings.some((ending) => path.endsWith(ending)) ?? languageOf(path) === null)) {
      throw new Error(`line ${line}: ${path} is no name for a file of ${fence.language}`)
    }
    if (files.has(path)) throw new Error(`line ${line}: "${name}" holds ${path} twice; separate the projects by headings`)
    files.set(path, text)
  }
  const languages = new Set([...files.keys()].map(languageOf).filter((language) => language !== null))
  return { name, kind, files, languages, markers: [...files].flatMap(([path, text]) => readMarkers(path, text)) }
}
