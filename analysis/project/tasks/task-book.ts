import type { FileFacts } from '../../model/file-facts.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import type { Inference } from '../inference/inference.ts'
import { TaskTable, type Task } from './task-table.ts'
import { tasksIn } from './tasks.ts'
import type { ClassRef, FunctionRef, Type } from '../inference/type.ts'

/** Every task found so far; files are looked into when a question leads there. */
export class TaskBook {
  readonly #types: Inference
  readonly #graph: CallGraph
  readonly #defaultBases: readonly Type[]
  readonly #table = new TaskTable()
  readonly #read = new Map<string, readonly Task[]>()

  constructor(types: Inference, graph: CallGraph, defaultBases: readonly Type[]) {
    this.#types = types
    this.#graph = graph
    this.#defaultBases = defaultBases
  }

  /** The tasks of all files looked into so far. */
  all(): readonly Task[] {
    return this.#table.all
  }

  /** The tasks that a file defines. */
  in(file: FileFacts): readonly Task[] {
    const known = this.#read.get(file.path)
    if (known !== undefined) return known
    this.#read.set(file.path, [])
    const tasks = tasksIn(this.#types, this.#graph, file, this.#defaultBases)
    this.#read.set(file.path, tasks)
    for (const task of tasks) this.#table.add(task)
    return tasks
  }

  ofFunction(ref: FunctionRef): Task | null {
    this.in(ref.file)
    return this.#table.ofFunction(ref)
  }

  ofClass(ref: ClassRef): Task | null {
    for (const member of this.#types.family(ref).members) {
      this.in(member.file)
      const task = this.#table.ofClass(member)
      if (task !== null) return task
    }
    return null
  }

  /** Those found so far that take the jobs of a queue. */
  ofQueue(name: string): readonly Task[] {
    return this.#table.ofQueue(name)
  }

  /** By the name it is registered under: its own, else module and function. */
  named(name: string): Task | null {
    const explicit = this.#table.named(name)
    if (explicit !== null) return explicit
    const split = name.lastIndexOf('.')
    const path = split === -1 ? null : this.#types.modules.find(name.slice(0, split), '')
    const member = path === null ? null : this.#types.moduleMember(path, name.slice(split + 1))
    return member?.kind === 'function' ? this.ofFunction(member.ref) : null
  }
}
