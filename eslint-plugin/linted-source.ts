import { extname } from 'node:path'
import type { Position, RuleContext } from '@eslint/core'

/** ESLint's view of a text in a language that our rules can be switched on for. */
export interface LintedSource {
  readonly text: string
  readonly language: 'python' | 'javascript'
  /** The kind of the node around everything else. */
  readonly root: string
  /** @param offset UTF-16 offset. */
  position(offset: number): Position
}

/** What ESLint's own `SourceCode` has, and that of every language made with ESLint's kit. */
interface LocatedText {
  readonly text: string
  getLocFromIndex(offset: number): Position
}

const languageByRoot: Readonly<Record<string, LintedSource['language']>> = { module: 'python', Program: 'javascript' }

/** What is linted. Throws an Error that says what to change where it is in a language of another plugin. */
export function lintedSource({ sourceCode, filename, id }: Pick<RuleContext, 'sourceCode' | 'filename' | 'id'>): LintedSource {
  const root = typeOf(sourceCode.ast)
  const language = languageByRoot[root]
  if (language !== undefined && isLocated(sourceCode)) {
    return { text: sourceCode.text, language, root, position: (offset) => sourceCode.getLocFromIndex(offset) }
  }
  throw new TypeError(
    `\`${id}\` is switched on for ${filename}, which is linted as neither Python nor JavaScript or TypeScript. ` +
      "Give the configuration that switches it on a list of `files`, such as ['**/*.py', '**/*.ts'].",
  )
}

/** The ending that says in which language a text without a path of its own is to be read. */
export function extensionFor(filename: string, { language }: LintedSource): string {
  if (language === 'python') return '.py'
  return /^\.[cm]?[jt]sx?$/.test(extname(filename)) ? extname(filename) : '.ts'
}

function typeOf(node: unknown): string {
  return typeof node === 'object' && node !== null && 'type' in node ? String(node.type) : ''
}

function isLocated(code: object): code is LocatedText {
  return 'text' in code && 'getLocFromIndex' in code && typeof code.getLocFromIndex === 'function'
}
