import { linkProject } from '../analysis/project/link.ts'
import { findProject, missingFiles, openProject } from './open-project.ts'
import { normaliseRequest, type ReviewRequest } from './request.ts'
import { mapTasks, type TaskMap } from './task-map/task-map.ts'
import { lineCounter } from './text-position.ts'

export interface MappedProject extends TaskMap {
  /** Absolute path of the folder that every `file` is relative to. */
  readonly root: string
  /** What was asked for and could not be done, a sentence each. */
  readonly problems: readonly string[]
}

/** Maps the tasks in files and folders on disk, with what is sent from anywhere in their projects. Throws a ReviewError where none of the paths is there. */
export async function mapPaths(request: ReviewRequest): Promise<MappedProject> {
  const options = normaliseRequest(request)
  const found = findProject(options, 'projects')
  const opened = await openProject(found, options)
  options.onProgress('Linking')
  const map = mapTasks(linkProject(opened.workspace), found.isReported, lineCounter(opened.workspace))
  const { problems } = await missingFiles(found, opened)
  return { root: found.targets.root, ...map, problems }
}
