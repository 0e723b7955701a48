import type { Span } from './source.ts'
import type { Value } from './value.ts'

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
