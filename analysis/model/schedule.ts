import type { Span } from './source.ts'
import type { TaskDefinition } from './task.ts'
import type { Value } from './value.ts'

/** A place that has work sent again and again. */
export interface Schedule {
  readonly file: string
  readonly span: Span
  /** Of the entry, where it has one. */
  readonly name: string | null
  /** What is sent; `null` where it is known by name only, or not at all. */
  readonly task: TaskDefinition | null
  /** The name of the task, or of the job's queue. */
  readonly taskName: string | null
  /** When, as written (`crontab(hour=3)`, `{ every: 1000 }`); `null`: elsewhere, such as in the database. */
  readonly timing: string | null
}

/** A calendar pattern, smallest unit first. */
export interface Recurrence {
  readonly file: string
  readonly span: Span
  /** As written, cut to a readable length. */
  readonly text: string
  readonly fields: readonly RecurrenceField[]
}

export interface RecurrenceField {
  /** As the framework names it: `minute`, `day_of_week`. */
  readonly unit: string
  /** The pattern written for it; absent means "every". */
  readonly pattern: Value<string>
  readonly span: Span | null
}

/** A configuration name given a value. */
export interface Setting {
  readonly name: string
  readonly file: string
  /** The name. */
  readonly span: Span
  /** The name that the framework would read instead; `null` where this one is read. */
  readonly readAs: string | null
  /** The first version that reads this name after all, in words, where it may be installed: `Celery 5.7`; `null`: no version that may be does. */
  readonly readSince: string | null
  /** The project's own code reads it. */
  readonly readByProject: boolean
}
