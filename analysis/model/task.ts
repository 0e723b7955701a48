import type { Location, Span } from './source.ts'
import type { Value } from './value.ts'

/** A unit of background work that a worker runs by name. */
export interface TaskDefinition {
  readonly framework: string
  /** The name the handler has in the code. */
  readonly handlerName: string
  /** The name it is registered under. */
  readonly name: Value<string>
  readonly file: string
  /** The first decorator, or the definition where there is none. */
  readonly anchor: Span
  readonly nameSpan: Span
  /** Whole definition: what runs inside the task lies in here. */
  readonly span: Span
  /** What a caller may pass; `null` where a wrapper or base could change it. */
  readonly signature: TaskSignature | null
  readonly options: readonly Option[]
  /** Options that the framework does not know and will silently keep as attributes. */
  readonly strangeOptions: readonly StrangeOption[]
  /** Options that say how to retry, where the task never does so of itself. */
  readonly idleRetryOptions: readonly IdleRetryOption[]
}

/** How a task is run, as far as the text of the program decides it. */
export interface TaskProfile {
  readonly task: TaskDefinition
  /** The name its messages carry; that of a worker of a queue: the name of what does the work. */
  readonly name: Value<string>
  /** Where its messages go unless whoever sends says otherwise; absent: to the framework's default queue. */
  readonly queue: Value<string>
  readonly retry: TaskRetry
  /** Those that are set for it, or for all tasks. */
  readonly limits: readonly TaskLimit[]
  readonly work: TaskWork
  /** Its message is kept until the work is done, so that a lost worker means a second run. */
  readonly acknowledgedLate: Value<boolean>
}

/** What the function that does the work is seen to do itself; what it calls is not looked into. */
export interface TaskWork {
  /** What keeps a second run from doing it all again, as called: `get_or_create`. */
  readonly guards: readonly string[]
  /** It catches an error, or the class that it is made from is told of a failure. */
  readonly handlesErrors: boolean
  readonly logs: boolean
}

/** What makes a task run again after a failure. */
export interface TaskRetry {
  /** `itself`: for errors named in its options; `by-hand`: its code asks for it; `queue`: by options of its jobs; `null`: nothing in sight. */
  readonly by: 'itself' | 'by-hand' | 'queue' | null
  /** Tries after the first. */
  readonly limit: Value<number | 'unlimited'>
}

export interface TaskLimit {
  /** Times are in seconds, a rate is as written (`10/m`), `concurrency` counts the jobs that one worker does at a time. */
  readonly kind: 'time' | 'soft_time' | 'rate' | 'expires' | 'concurrency'
  readonly value: Value<number | string>
}

export interface TaskSignature {
  readonly parameters: readonly string[]
  readonly acceptsAnyKeyword: boolean
}

/** A named option with the place of its keyword. */
export interface Option {
  readonly name: string
  readonly nameSpan: Span
}

export interface StrangeOption extends Option {
  /** What it is an option of: `a task`, `apply_async`. */
  readonly of: string
  /** The option that was probably meant. */
  readonly meant: string | null
}

/** `needs` is the option without which this one does nothing; `null`: nothing in the task retries at all. */
export interface IdleRetryOption extends Option {
  readonly needs: string | null
  /** The option that is given and leaves nothing to retry, as written: `attempts: 1`. */
  readonly disabledBy?: string
  /** It does worse than nothing: what it is given with is refused. */
  readonly isRefused?: true
}

/** A retry option of a dispatch, or of all dispatches to a queue. */
export interface IdleDispatchOption extends IdleRetryOption {
  readonly file: string
}

/** Something that runs work again after a failure. */
export interface RetryPolicy {
  readonly kind: 'task' | 'loop' | 'decorator' | 'dispatch'
  /** What retries, as a person would name it: a task's or function's name. */
  readonly subject: string
  readonly file: string
  /** The option that decides the cap, else the loop or decorator. */
  readonly span: Span
  /** `unlimited` only where it is certain; a number so great that it limits nothing is no limit. */
  readonly cap: number | 'unlimited' | 'default' | 'dynamic'
  /** What the framework makes of a cap that it cannot keep: it refuses to send, or forgets the cap. */
  readonly failure?: 'refused' | 'forgotten'
  /** The words that decide it, as written: `max_retries=None`. */
  readonly text: string
}

/** A task asks for its own retry and passes something where the new arguments belong. */
export interface RetryCall {
  readonly file: string
  readonly span: Span
  /** The argument that is an exception though it lands in the task's arguments. */
  readonly misplacedException: { readonly span: Span; readonly text: string; readonly edits: readonly { readonly span: Span; readonly text: string }[] } | null
}

/** A wait for another task's result, at the wait itself or, where other code shares that, at the task's call that leads there. */
export interface ResultWait {
  readonly file: string
  readonly span: Span
  /** `.get()`, `.join()` as written. */
  readonly method: string
  /** The task in whose body it stands or that calls the function it stands in. */
  readonly insideTask: string
  /** From the task to the wait: the calls on the way, this place left out. */
  readonly path: readonly Location[]
  /** The wait, where it stands elsewhere. */
  readonly wait: Location | null
}
