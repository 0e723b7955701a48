import { isProductionFile } from '../../analysis/project/files/file-role.ts'
import type { SourceFile } from '../../analysis/project/files/source-file.ts'
import type { Workspace } from '../../analysis/project/files/workspace.ts'

/** As many words are remembered: a session of many days does not grow for ever. */
const mostWords = 50_000

/** Where more files than this come or go at a time, it is quicker to look again than to mend every list. */
const mostUpdates = 50

/** Answers which files mention a word while files change: what is known of the others stays known. */
export class MentionLists {
  readonly #fileAt: (path: string) => SourceFile
  readonly #lists = new Map<string, readonly string[]>()
  /** Every word that anyone has asked for. */
  readonly #asked = new Set<string>()

  constructor(fileAt: (path: string) => SourceFile) {
    this.#fileAt = fileAt
  }

  /** As `Workspace.mentions`. */
  readonly mentions: Workspace['mentions'] = (path, identifier) => {
    this.#asked.add(identifier)
    return this.#fileAt(path).mentions(identifier)
  }

  /** As `Workspace.mentioning`. @param paths every source file, sorted. */
  of(identifier: string, paths: readonly string[]): readonly string[] {
    const known = this.#lists.get(identifier)
    if (known !== undefined) return known
    const list = paths.filter((path) => isProductionFile(path) && this.mentions(path, identifier))
    this.#lists.set(identifier, list)
    return list
  }

  /** Whether two states of a file answer every question alike that was asked so far. */
  areAlike(before: SourceFile, now: SourceFile): boolean {
    return [...this.#asked].every((word) => before.mentions(word) === now.mentions(word))
  }

  /** Files have come or changed (`areThere`), or gone. */
  update(paths: readonly string[], areThere: boolean): void {
    if (paths.length > mostUpdates || this.#asked.size > mostWords) this.#forget()
    else for (const path of paths) if (isProductionFile(path)) this.#updateOne(path, areThere)
  }

  #updateOne(path: string, isThere: boolean): void {
    const file = this.#fileAt(path)
    for (const [identifier, list] of this.#lists) {
      const isListed = list.includes(path)
      if (isListed === (isThere && file.mentions(identifier))) continue
      this.#lists.set(identifier, isListed ? list.filter((other) => other !== path) : [...list, path].sort())
    }
  }

  #forget(): void {
    this.#lists.clear()
    this.#asked.clear()
  }
}
