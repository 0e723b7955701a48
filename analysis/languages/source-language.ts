import type { FileFacts } from '../model/file-facts.ts'

/** Declarations without code (`.d.ts`, `.d.css.ts`) and code that a tool has pressed together. */
const withoutCode = /\.d\.(?:[\w-]+\.)?[cm]?ts$|[.-]min\.[cm]?js$/

/** Which language a file is written in, by its path; `null`: not one that is read, or no code to read. */
export function languageOf(path: string): FileFacts['language'] | null {
  if (path.endsWith('.py')) return 'python'
  return /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path) && !withoutCode.test(path) ? 'typescript' : null
}
