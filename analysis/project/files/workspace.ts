import type { FileFacts } from '../../model/file-facts.ts'

/**
 * The files of one code base, read on demand. Paths are relative to the root, with `/`.
 * The linker asks for facts of the files a question leads to; everything else stays unparsed.
 */
export interface Workspace {
  /** Every source file of a language we read, sorted; without scripts where none of them can have anything to say. */
  readonly paths: readonly string[]
  /** Settings, lock, requirement and deployment files by path: present, not source code. */
  readonly otherPaths: readonly string[]
  /**
   * The same object for as long as the same files are there, and what those say that are not source code, and `setup.py`: while
   * other source code changes, what leans on nothing else can be remembered by it.
   */
  readonly layout: object
  /** Decoded text without byte order mark; `null` where it cannot be read. */
  text(path: string): string | null
  /** Facts of a source file, remembered; `null` where it cannot be read. */
  facts(path: string): FileFacts | null
  /** False where the text, mostly an identifier (with a dot before it: as an attribute), certainly does not occur in the file. */
  mentions(path: string, identifier: string): boolean
  /** The production files among `paths` that `mentions` says yes for, in order. */
  mentioning(identifier: string): readonly string[]
}
