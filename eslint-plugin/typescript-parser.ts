import { tool } from '../review/tool.ts'
import { installedParser } from './installed-parser.ts'
import { bareProgram } from './bare-program.ts'

/** What ESLint gives to a parser. */
interface ParserOptions {
  readonly filePath?: string
}

interface Parser {
  readonly meta: { readonly name: string; readonly version: string }
  readonly parseForESLint: (text: string, options: ParserOptions) => unknown
}

/**
 * Reads TypeScript where nothing else does. With typescript-eslint installed beside the linted file it is that parser, with
 * its options and types; else all other rules see a program without statements, and ours need none.
 */
export const typeScriptParser: Parser = {
  meta: { name: 'taskwise/typescript-parser', version: tool.version },
  parseForESLint(text, options) {
    const installed = installedParser(options.filePath)
    return installed === null ? { ast: bareProgram(options.filePath ?? 'file.ts', text) } : installed.parseForESLint(text, options)
  },
}
