import type { FileFacts } from '../../model/file-facts.ts'
import type { Location, Span } from '../../model/source.ts'
import type { Inference } from '../inference/inference.ts'
import { textOf } from '../files/text-of.ts'

/** What opens a transaction, and where. */
export interface Opener {
  readonly text: string
  readonly location: Location
  /** It is Django's, on the default database: where a task's own `…_on_commit` methods wait. */
  readonly isDefault: boolean
}

/** Something outside Django that opens a transaction, as it is written at `span`. */
export function openerAt(types: Inference, file: FileFacts, span: Span): Opener {
  return { text: textOf(types.workspace, file, span), location: { file: file.path, span }, isDefault: false }
}
