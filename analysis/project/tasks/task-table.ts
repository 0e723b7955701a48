import type { Expression } from '../../model/expression.ts'
import type { Call, Decorator } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { TaskDefinition } from '../../model/task.ts'
import type { Value } from '../../model/value.ts'
import type { Site } from '../facts/site.ts'
import { refKey, type ClassRef, type FunctionRef, type Type } from '../inference/type.ts'

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
  readonly options: GivenOptions
  /** The classes it is made from; empty: the framework's own. */
  readonly bases: readonly Type[]
  /** Sends wait for the commit although they don't say so. */
  readonly defersToCommit: boolean
  /** The queue from which it takes every job; `null`: it is called by its own name. */
  readonly queue: Value<string> | null
}

/** What a task is made with. */
export interface GivenOptions {
  readonly all: readonly GivenOption[]
  /** Nothing is out of sight. */
  readonly isComplete: boolean
}

/** An option of a task with its value. */
export interface GivenOption {
  readonly name: string
  /** The keyword. */
  readonly span: Span
  readonly value: Expression
  /** Where the value is written. */
  readonly site: Site
  /** It stands in the task's own decorator. */
  readonly isOwn: boolean
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
  readonly #byQueue = new Map<string, Task[]>()

  add(task: Task): void {
    this.all.push(task)
    this.#byRef.set(task.owner === null ? refKey(task.handler) : `class ${refKey(task.owner)}`, task)
    this.#byRef.set(refKey(task.handler), task)
    if (task.queue?.state === 'known') this.#byQueue.set(task.queue.value, [...this.ofQueue(task.queue.value), task])
    else if (task.definition.name.state === 'known') this.#byName.set(task.definition.name.value, task)
  }

  /** Those that take the jobs of a queue. */
  ofQueue(name: string): readonly Task[] {
    return this.#byQueue.get(name) ?? []
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
