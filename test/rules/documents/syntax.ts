import ts from 'typescript'
import { memoryWorkspace } from '../../../analysis/project/files/memory-workspace.ts'
import { lineAt, positionAt } from '../positions.ts'
import { languageOf } from './language.ts'

const compilerOptions: ts.CompilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.Preserve, experimentalDecorators: true }

/** Where the code of a file is not valid in its language, one line for each place; files of other languages have none. */
export function findSyntaxErrors(path: string, text: string): string[] {
  const language = languageOf(path)
  if (language === null) return []
  return [...(language === 'typescript' ? compile(path, text) : []), ...read(path, text)]
}

function compile(path: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: path, compilerOptions, reportDiagnostics: true })
  return diagnostics.map(({ start = 0, messageText }) => `${path}:${lineAt(text, start)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
}

/** What our own reader makes of it: it may not stumble over valid code. */
function read(path: string, text: string): string[] {
  const facts = memoryWorkspace(new Map([[path, text]])).facts(path)
  if (facts === null) return [`${path} is not read`]
  return facts.unreadable.map(({ start }) => `${path}:${positionAt(text, start)} cannot be read`)
}
