import type { Argument } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'

/** The keyword of a named argument, without its value. */
export function keywordSpan(argument: Argument): Span {
  return { start: argument.span.start, end: argument.span.start + (argument.name?.length ?? 0) }
}
