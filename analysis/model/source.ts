/** A half-open range of UTF-16 offsets into one file's text (byte order mark removed). */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A range in a file. `file` is the path relative to the project's root, with `/`. */
export interface Location {
  readonly file: string
  readonly span: Span
}

/** Replaces the text of `span` by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span
  readonly text: string
}
