import type { Project } from '../../analysis/model/project.ts'
import { linkProject } from '../../analysis/project/link.ts'
import type { Targets } from '../../review/targets.ts'
import { checkFile, type FileCheck, nothingFound } from './check-file.ts'
import { FileList } from './file-list.ts'
import { LiveFiles } from './live-files.ts'

/** What came of a file when it was last checked. */
interface Checked {
  readonly text: string
  readonly check: FileCheck
}

/** A project that stays linked from one lint run to the next, and is linked again when something it was linked from has changed. */
export class LinkedProject {
  readonly #list: FileList
  readonly #files: LiveFiles
  #checks = new Map<string, Checked>()
  #linked: { readonly version: number; readonly project: Project } | null = null

  constructor(targets: Targets) {
    this.#files = new LiveFiles(targets.root)
    this.#list = new FileList(targets, this.#files)
  }

  /**
   * Checks the file at `path`, relative to the root, with `text` for its content; finds nothing where a review of the project
   * leaves the file out. Throws a ReviewError where the project's configuration is broken.
   */
  check(path: string, text: string): FileCheck {
    this.#list.bringUpToDate()
    if (this.#list.leavesOut(path)) return nothingFound
    this.#files.open(path, text)
    const project = this.#link()
    const known = this.#checks.get(path)
    if (known?.text === text) return known.check
    const check = checkFile(project, this.#files.workspace(), path)
    this.#checks.set(path, { text, check })
    return check
  }

  #link(): Project {
    const { version } = this.#files
    if (this.#linked?.version === version) return this.#linked.project
    const project = linkProject(this.#files.usedWorkspace())
    this.#linked = { version, project }
    this.#checks = new Map()
    return project
  }
}
