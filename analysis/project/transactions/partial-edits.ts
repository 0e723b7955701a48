import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Edit, Span } from '../../model/source.ts'
import type { Inference } from '../inference/inference.ts'
import { rawText } from '../files/text-of.ts'

/**
 * Rewrites `f(x)` as `partial(f, x)` and imports `partial` where it is not there yet. `replaced`: the text to replace,
 * by default the call. Empty where the file has no place for the import.
 */
export function partialEdits(types: Inference, file: FileFacts, call: Call, replaced: Span = call.span): readonly Edit[] {
  const name = partialName(types, file)
  const importing = name === null ? importEdit(types.workspace.text(file.path) ?? '', file) : []
  if (importing === null) return []
  const given = call.arguments.map(({ span }) => rawText(types.workspace, file, span))
  const text = `${name ?? 'partial'}(${[rawText(types.workspace, file, call.callee.span), ...given].join(', ')})`
  return [...importing, { span: replaced, text }]
}

/** What the module calls `functools.partial`; `null` where it does not import it. */
function partialName(types: Inference, file: FileFacts): string | null {
  for (const { local, module, name, function: scope } of file.imports) {
    if (scope !== 0 || module !== 'functools') continue
    if (name === 'partial') return local
    if (name === null) return `${local}.partial`
  }
  const taken = types.lookup('partial', { file, function: 0, at: Number.MAX_SAFE_INTEGER })
  return taken.kind === 'unknown' ? null : 'functools.partial'
}

/** Above the first import statement at the top level of the module. */
function importEdit(text: string, file: FileFacts): readonly Edit[] | null {
  const first = file.imports.find(({ function: scope, module }) => scope === 0 && module !== '__future__')
  if (first === undefined) return null
  const statements = [...text.slice(0, first.span.end).matchAll(/^(?:from|import)\b/gm)]
  const start = statements.at(-1)?.index
  if (start === undefined) return null
  return [{ span: { start, end: start }, text: 'from functools import partial\n' }]
}
