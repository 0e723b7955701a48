import { timeLimitSettings } from '../../frameworks/celery.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { mentionsSetting } from '../settings/setting-readers.ts'
import type { TaskBook } from './task-book.ts'
import type { Task } from './task-table.ts'
import { refKey, type FunctionRef } from '../inference/type.ts'

const longestPath = 3
const timeLimits: ReadonlySet<string> = new Set(['time_limit', 'soft_time_limit'])

/** Tells which functions run inside tasks, and for how long they may. */
export class TaskWork {
  readonly #types: Inference
  readonly #graph: CallGraph
  readonly #book: TaskBook
  #isLimitedBySettings: boolean | null = null

  constructor(types: Inference, graph: CallGraph, book: TaskBook) {
    this.#types = types
    this.#graph = graph
    this.#book = book
  }

  /** The function runs in a task that nothing stops: as the task, within it, or called from one. */
  runsWithoutLimit(ref: FunctionRef): boolean {
    this.#isLimitedBySettings ??= mentionsSetting(this.#types.workspace, timeLimitSettings)
    return !this.#isLimitedBySettings && this.#tasksAround(ref, longestPath, new Set()).some((task) => !this.#isLimited(task))
  }

  #tasksAround(ref: FunctionRef, depth: number, seen: Set<string>): readonly Task[] {
    const facts = ref.file.functions[ref.index]
    if (facts === undefined || facts.kind === 'module' || facts.kind === 'class-body' || seen.has(refKey(ref))) return []
    seen.add(refKey(ref))
    const task = this.#book.ofFunction(ref)
    if (task !== null) return [task]
    const outer = facts.parent === null || facts.parent === 0 ? [] : this.#tasksAround({ file: ref.file, index: facts.parent }, depth, seen)
    if (depth === 0) return outer
    const callers = this.#graph.callersOf(ref)
    return [...outer, ...callers.flatMap(({ file, call }) => this.#tasksAround({ file, index: call.function }, depth - 1, seen))]
  }

  #isLimited({ options }: Task): boolean {
    return options.all.some(({ name, value, site }) => {
      if (!timeLimits.has(name)) return false
      const constant = constantOf(this.#types, value, site)
      return constant.state !== 'known' || constant.value !== null
    })
  }
}
