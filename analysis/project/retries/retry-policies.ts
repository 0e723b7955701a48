import type { RetryPolicy } from '../../model/task.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import type { Inference } from '../inference/inference.ts'
import type { SharedOptions } from '../queues/shared-options.ts'
import { endlessRetryCalls } from './endless-calls.ts'
import { jobPolicies } from './job-policies.ts'
import { libraryRetries } from './library-retries.ts'
import { publishPolicies } from './publish-policies.ts'
import { retryLoops } from './retry-loops.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { taskRetries } from './task-retries.ts'
import { TaskWork } from '../tasks/task-work.ts'

/** Everything that repeats a task, its work or its sending after a failure, with its cap where one can be told. */
export function retryPolicies(types: Inference, graph: CallGraph, book: TaskBook, made: readonly DispatchCall[], shared: readonly SharedOptions[]): readonly RetryPolicy[] {
  const published = [...publishPolicies(types, made), ...jobPolicies(types, book, made, shared)]
  if (book.all().length === 0) return published
  const work = new TaskWork(types, graph, book)
  return [...taskRetries(types, book.all()), ...retryLoops(types, work), ...libraryRetries(types, work), ...endlessRetryCalls(types, work), ...published]
}
