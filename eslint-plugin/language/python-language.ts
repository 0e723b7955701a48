import { normalizeLanguageOptions, validateLanguageOptions } from './language-options.ts'
import { type LintedFile, type ParsedPython, parsePythonFile } from './parse-python.ts'
import { visitorKeys } from './python-node.ts'
import { PythonSourceCode } from './python-source-code.ts'

/** What ESLint asks of a language; it is told so by its own types where the plugin is put together. */
interface PythonLanguage {
  readonly fileType: 'text'
  readonly lineStart: 1
  readonly columnStart: 0
  readonly nodeTypeKey: 'type'
  readonly visitorKeys: Record<string, string[]>
  readonly validateLanguageOptions: typeof validateLanguageOptions
  readonly normalizeLanguageOptions: typeof normalizeLanguageOptions
  readonly parse: typeof parsePythonFile
  readonly createSourceCode: (file: LintedFile, parsed: ParsedPython) => PythonSourceCode
}

/** Python for ESLint. */
export const pythonLanguage: PythonLanguage = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'type',
  visitorKeys,
  validateLanguageOptions,
  normalizeLanguageOptions,
  parse: parsePythonFile,
  createSourceCode: (file, parsed) => new PythonSourceCode(parsed, file.bom),
}
