import type { Project } from '../../analysis/model/project.ts'
import { linkProject } from '../../analysis/project/link.ts'
import type { Workspace } from '../../analysis/project/files/workspace.ts'
import type { Targets } from '../../review/targets.ts'
import { checkFile, type FileCheck } from './check-file.ts'
import { FileList } from './file-list.ts'
import { LiveFiles } from './live-files.ts'

/** The whole project as it was at one moment. */
interface Linked {
  readonly version: number
  readonly project: Project
  readonly workspace: Workspace
}

/** A project that stays linked from one lint run to the next, and is linked again when one of its files has changed. */
export class LinkedProject {
  readonly #list: FileList
  readonly #files: LiveFiles
  #checks = new Map<string, FileCheck>()
  #linked: Linked | null = null

  constructor(targets: Targets) {
    this.#list = new FileList(targets)
    this.#files = new LiveFiles(targets.root)
  }

  /**
   * Checks the file at `path`, relative to the root, with `text` for its content. Throws a ReviewError where the project's
   * configuration is broken.
   */
  check(path: string, text: string): FileCheck {
    this.#list.bringUpToDate(this.#files)
    this.#files.open(path, text)
    const { project, workspace } = this.#link()
    let check = this.#checks.get(path)
    if (check === undefined) {
      check = checkFile(project, workspace, path)
      this.#checks.set(path, check)
    }
    return check
  }

  #link(): Linked {
    const { version } = this.#files
    if (this.#linked?.version === version) return this.#linked
    const workspace = this.#files.workspace()
    this.#linked = { version, workspace, project: linkProject(workspace) }
    this.#checks = new Map()
    return this.#linked
  }
}
