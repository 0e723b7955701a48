import type { Edit, Location, Span } from './source.ts'

/** What a rule has to say about one place. */
export interface Finding {
  readonly rule: string
  readonly message: string
  readonly span: Span
  readonly related: readonly Evidence[]
  /** Applied by `--fix`: the behaviour changes only in the way the message asks for. */
  readonly fix: readonly Edit[]
  /** Offered, never applied unasked. */
  readonly suggestions: readonly Suggestion[]
}

export interface Evidence {
  readonly message: string
  readonly location: Location
}

export interface Suggestion {
  readonly message: string
  readonly edits: readonly Edit[]
}
