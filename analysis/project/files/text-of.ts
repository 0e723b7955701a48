import type { Span } from '../../model/source.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Workspace } from './workspace.ts'

const longest = 60

/** The text of a span as one line, cut to a readable length. */
export function textOf(workspace: Workspace, file: FileFacts, span: Span): string {
  const text = (workspace.text(file.path) ?? '').slice(span.start, span.end).replace(/\s+/g, ' ')
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`
}

/** The text of a span exactly as written. */
export function rawText(workspace: Workspace, file: FileFacts, span: Span): string {
  return (workspace.text(file.path) ?? '').slice(span.start, span.end)
}
