import type { Argument, Call, Decorator } from '../model/file-facts.ts'
import type { TaskDefinition } from '../model/task.ts'
import { refKey, type ClassRef, type FunctionRef } from './type.ts'

/** A task with what the linker needs to know beyond what rules see. */
export interface Task {
  readonly definition: TaskDefinition
  /** The function that does the work. */
  readonly handler: FunctionRef
  /** Class tasks: the class. */
  readonly owner: ClassRef | null
  /** The first parameter is the task itself. */
  readonly isBound: boolean
  /** The project's own function that makes it a task, where it is not the framework's. */
  readonly wrapper: FunctionRef | null
  /** Named options of the decorator with their expressions. */
  readonly options: readonly Argument[]
  /** Sends wait for the commit although they don't say so. */
  readonly defersToCommit: boolean
}

/** How a function came to be a task. */
export interface Decoration {
  readonly framework: string
  readonly decorator: Decorator
  readonly call: Call | null
  readonly wrapper: FunctionRef | null
}

export class TaskTable {
  readonly all: Task[] = []
  readonly #byRef = new Map<string, Task>()
  readonly #byName = new Map<string, Task>()

  add(task: Task): void {
    this.all.push(task)
    this.#byRef.set(task.owner === null ? refKey(task.handler) : `class ${refKey(task.owner)}`, task)
    this.#byRef.set(refKey(task.handler), task)
    if (task.definition.name.state === 'known') this.#byName.set(task.definition.name.value, task)
  }

  ofFunction(ref: FunctionRef): Task | null {
    return this.#byRef.get(refKey(ref)) ?? null
  }

  ofClass(ref: ClassRef): Task | null {
    return this.#byRef.get(`class ${refKey(ref)}`) ?? null
  }

  named(name: string): Task | null {
    return this.#byName.get(name) ?? null
  }
}
