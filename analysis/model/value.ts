import type { Span } from './source.ts'

/** What is known of a value: a rule never guesses that a dynamic value is bad. */
export type Value<T> = Known<T> | { readonly state: 'dynamic' } | { readonly state: 'absent' }

export interface Known<T> {
  readonly state: 'known'
  readonly value: T
}

/** What kind of thing an argument is. `entity` and `query-set` carry the class's name where it is known. */
export interface ValueShape {
  readonly kind:
    | 'entity'
    | 'query-set'
    | 'request'
    | 'form'
    | 'file'
    | 'lock'
    | 'exception'
    | 'identifier'
    | 'literal'
    | 'signature'
    | 'unknown'
  readonly className: string | null
  /** It is a collection of such things. */
  readonly isMany?: true
}

/** Why a value is a secret. */
export interface Secret {
  readonly kind: 'name' | 'origin' | 'literal'
  /** What gave it away, fit to be shown: `password`, `settings.STRIPE_SECRET_KEY`, `an AWS access key`. */
  readonly evidence: string
}

/** One leaf of a payload: an argument, or an item of a list or record inside one. */
export interface PayloadValue {
  readonly shape: ValueShape
  readonly secret: Secret | null
  /** It is certainly a text, a number, a truth value or nothing. */
  readonly isPlain?: true
  /** The expression as written, cut to a readable length. */
  readonly text: string
  /** The text that would pass the entity's identifier instead; `null` where there is none. */
  readonly identifierText: string | null
  /** The value stands for its key as well: `{ order }`. */
  readonly isShorthand?: true
  readonly span: Span
}
