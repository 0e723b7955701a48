import { readSyntaxTree, type SyntaxTree } from '../../analysis/languages/python/syntax-tree.ts'
import { PythonNode } from './python-node.ts'
import { SourceText } from './source-text.ts'

/** A file as ESLint hands it over. `body` is without byte order mark. */
export interface LintedFile {
  readonly path: string
  readonly bom: boolean
  readonly body: string | Uint8Array
}

export interface ParsedPython {
  readonly ok: true
  readonly ast: PythonNode
  readonly source: SourceText
  readonly tree: SyntaxTree
}

interface UnreadPython {
  readonly ok: false
  readonly errors: { message: string; line: number; column: number }[]
}

/** Reads a file of Python. Wrong syntax leaves a tree of what could be understood; only a file that cannot be Python fails. */
export function parsePythonFile(file: LintedFile): ParsedPython | UnreadPython {
  const text = typeof file.body === 'string' ? file.body : new TextDecoder().decode(file.body)
  const source = new SourceText(text)
  const nullCharacter = text.indexOf('\0')
  if (nullCharacter !== -1) return unread(source, nullCharacter, 'A null character stands here, which Python does not read.')
  const tree = readSyntaxTree(text)
  if (isGivenUp(tree, text)) return unread(source, 0, 'This text takes longer to read than any code that a person would write.')
  return { ok: true, ast: new PythonNode({ ...tree.root, start: 0, end: text.length }, null, source), source, tree }
}

function isGivenUp({ root, unreadable: [first] }: SyntaxTree, text: string): boolean {
  return root.children.length === 0 && first?.start === 0 && first.end === text.length
}

function unread(source: SourceText, offset: number, message: string): UnreadPython {
  return { ok: false, errors: [{ message, ...source.lines.position(offset) }] }
}
