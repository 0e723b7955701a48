/** A file that is wholly or partly written by `npm run generate`; `path` is relative to the repository, with `/`. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}
