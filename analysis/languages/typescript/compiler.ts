import { createRequire } from 'node:module'
import type * as Morph from 'ts-morph'
import type { ts } from 'ts-morph'
import type { Span } from '../../model/source.ts'
import { installMeter, metered, ParseLimitError } from './parse-meter.ts'

/** TypeScript's own parser and syntax tree. */
export type Compiler = typeof ts

let loaded: Compiler | undefined

/** The compiler, loaded on first use: it takes a quarter of a second, which a project without TypeScript never pays. */
export function compiler(): Compiler {
  if (loaded === undefined) {
    loaded = (createRequire(import.meta.url)('ts-morph') as typeof Morph).ts
    installMeter(loaded)
  }
  return loaded
}

/** Parses one file. `null` where the text is nested deeper than the parser can follow, or takes it too long. */
export function parse(path: string, text: string): ts.SourceFile | null {
  const { createSourceFile, JSDocParsingMode, ScriptTarget } = compiler()
  try {
    const options = { languageVersion: ScriptTarget.ESNext, jsDocParsingMode: JSDocParsingMode.ParseNone, setExternalModuleIndicator: markAsModule }
    return metered(text.length, () => createSourceFile(path, text, options, false, scriptKind(path)))
  } catch (error) {
    if (error instanceof RangeError || error instanceof ParseLimitError) return null
    throw error
  }
}

/** A file without imports may be a module, too: in a script `await` at the top would be a name. */
function markAsModule(file: ts.SourceFile): void {
  Object.assign(file, { externalModuleIndicator: true })
}

function scriptKind(path: string): ts.ScriptKind {
  const { ScriptKind } = compiler()
  if (/\.[cm]?ts$/.test(path)) return ScriptKind.TS
  return path.endsWith('.tsx') ? ScriptKind.TSX : ScriptKind.JSX
}

/** Where the parser met an error. */
export function syntaxErrors(file: ts.SourceFile): Span[] {
  const errors = 'parseDiagnostics' in file ? file.parseDiagnostics : null
  return isErrorList(errors) ? errors.map(({ start, length }) => ({ start, end: start + length })) : []
}

function isErrorList(value: unknown): value is readonly { readonly start: number; readonly length: number }[] {
  return Array.isArray(value)
}
