import { type ProjectStack, stackOf } from '../analysis/project/outline/stack.ts'
import { findProject, openProject } from './open-project.ts'
import { normaliseRequest, type ReviewRequest } from './request.ts'

/** Reads what a project on disk is built of. Throws a ReviewError where none of the paths is there. */
export async function readProjectStack(request: ReviewRequest): Promise<ProjectStack> {
  const options = normaliseRequest(request)
  const { workspace, unread } = await openProject(findProject(options), options)
  const stack = stackOf(workspace)
  await unread
  return stack
}
