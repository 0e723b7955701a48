import { isProductionFile } from '../../analysis/project/files/file-role.ts'
import type { Workspace } from '../../analysis/project/files/workspace.ts'

/** As many names are remembered; a session of many days does not grow for ever. */
const mostLists = 50_000

/** Answers `Workspace.mentioning` for files that change: what is known of the others stays known. */
export class MentionLists {
  readonly #mentions: Workspace['mentions']
  readonly #lists = new Map<string, readonly string[]>()

  constructor(mentions: Workspace['mentions']) {
    this.#mentions = mentions
  }

  /** @param paths every source file, sorted. */
  of(identifier: string, paths: readonly string[]): readonly string[] {
    const known = this.#lists.get(identifier)
    if (known !== undefined) return known
    const list = paths.filter((path) => isProductionFile(path) && this.#mentions(path, identifier))
    if (this.#lists.size >= mostLists) this.#lists.clear()
    this.#lists.set(identifier, list)
    return list
  }

  /** A file has come, gone, or changed. */
  update(path: string, isThere: boolean): void {
    if (!isProductionFile(path)) return
    for (const [identifier, list] of this.#lists) {
      const isListed = list.includes(path)
      if (isListed === (isThere && this.#mentions(path, identifier))) continue
      this.#lists.set(identifier, isListed ? list.filter((other) => other !== path) : [...list, path].sort())
    }
  }
}
