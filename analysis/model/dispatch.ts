import type { Edit, Location, Span } from './source.ts'
import type { StrangeOption, TaskDefinition } from './task.ts'
import type { PayloadValue } from './value.ts'

/** A call that hands work to a queue. */
export interface Dispatch {
  readonly framework: string
  /** Callee as written: `send_receipt.delay`. */
  readonly text: string
  readonly file: string
  readonly span: Span
  /** The task it reaches; `null` where it is known by name only or not at all. */
  readonly task: TaskDefinition | null
  /** The name of the task, or of the job. */
  readonly taskName: string | null
  /** The queue it goes to, where the code that sends says so. */
  readonly queue: string | null
  /** The function that it stands in, with its class: `Orders.place`; `null`: the body of the module. */
  readonly caller: string | null
  /**
   * `after-commit`: the framework itself waits for the transaction. `in-transaction`: it is a part of the transaction that is
   * open around it, or may be. `build`: a signature that is sent elsewhere. `again`: the running task sends itself anew and ends.
   */
  readonly timing: 'now' | 'after-commit' | 'in-transaction' | 'build' | 'again'
  /** What becomes of an object in the message: it does not fit, or its fields are copied. */
  readonly objects: 'refused' | 'copied'
  readonly payload: readonly PayloadArgument[]
  readonly strangeOptions: readonly StrangeOption[]
  /** Places that use the value of a dispatch that has none (it waits for the commit). */
  readonly missingResultUses: readonly MissingResultUse[]
}

export interface PayloadArgument {
  /** Keyword or parameter name; `null` when positional. */
  readonly name: string | null
  /** The form of dispatch that takes an option of this name: `apply_async`. `null`: no option has it. */
  readonly optionOf: string | null
  readonly span: Span
  /** The leaves: the value itself, or the items of a list or record written in place. */
  readonly values: readonly PayloadValue[]
}

/** What is handed to a function of the project that puts it into a message. */
export interface ForwardedPayload {
  readonly file: string
  readonly argument: PayloadArgument
  /** Callee as written. */
  readonly callee: string
  readonly dispatch: Dispatch
}

/** A dispatch whose promise nobody waits for, so that a failure to send is lost. */
export interface DroppedDispatch {
  readonly file: string
  /** The dispatch, or the call of a function that waits for one. */
  readonly span: Span
  /** Callee as written there. */
  readonly text: string
  readonly dispatch: Dispatch
  /** The calls that lead to the dispatch, this one first; empty where the dispatch itself is dropped. */
  readonly path: readonly CallStep[]
  /** The method that throws away what its callback gives: `forEach`; `null`: the call stands alone. */
  readonly droppedBy: string | null
  /** What is not awaited never begins: nothing is sent at all. */
  readonly neverStarts: boolean
  /** Awaits it; empty where that cannot be done in place. */
  readonly awaiting: readonly Edit[]
}

export interface MissingResultUse {
  readonly file: string
  readonly span: Span
  readonly text: string
  readonly method: string
}

/** A dispatch that runs while a transaction is open. */
export interface DispatchInTransaction {
  readonly dispatch: Dispatch
  /** Where a person would change it: the dispatch, or the call inside the transaction when others share a function on the way. */
  readonly anchor: Location
  /** What opens the transaction, in words: `transaction.atomic()`, `ATOMIC_REQUESTS`, `the admin`. */
  readonly opener: string
  readonly opened: Location
  /** From the transaction to the dispatch: the calls on the way, outermost first; empty when lexical. */
  readonly path: readonly CallStep[]
  /** Rewrites the dispatch so that it waits for the commit; empty where that is not certain. */
  readonly deferral: readonly Edit[]
}

export interface CallStep {
  readonly location: Location
  /** The function that is called. */
  readonly callee: string
  /** The signal whose receiver it is, where the place sends one; otherwise `null`. */
  readonly signal: string | null
}

/** Work registered to run after the commit. */
export interface CommitCallback {
  readonly file: string
  readonly span: Span
  /** Callee as written: `transaction.on_commit`. */
  readonly text: string
  /** The callback is itself the result of a dispatch made at once. */
  readonly calledEarly: { readonly text: string; readonly span: Span; readonly edits: readonly Edit[] } | null
  /** Loop variables that the callback reads when the loop is over. */
  readonly lateBindings: readonly LateBinding[]
  /** Rewrites the callback so that it keeps today's values; empty where that is not certain. */
  readonly rebinding: readonly Edit[]
}

export interface LateBinding {
  readonly name: string
  readonly span: Span
  readonly loop: Location
}
