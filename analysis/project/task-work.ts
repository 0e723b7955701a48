import type { FileFacts } from '../model/file-facts.ts'
import type { CallGraph } from './call-graph.ts'
import type { TaskBook } from './task-book.ts'
import type { FunctionRef } from './type.ts'

const longestPath = 2

/** Tells whether a function of the file runs inside a task: as the task, within it, or called from one. */
export function taskWork(book: TaskBook, graph: CallGraph, file: FileFacts): (index: number) => boolean {
  const runsInTask = (ref: FunctionRef, depth: number): boolean => {
    const facts = ref.file.functions[ref.index]
    if (facts === undefined || facts.kind === 'module' || facts.kind === 'class-body') return false
    if (book.ofFunction(ref) !== null) return true
    if (facts.parent !== null && facts.parent !== 0 && runsInTask({ file: ref.file, index: facts.parent }, depth)) return true
    if (depth === 0) return false
    return graph.callersOf(ref).some((caller) => runsInTask({ file: caller.file, index: caller.call.function }, depth - 1))
  }
  return (index) => runsInTask({ file, index }, longestPath)
}
