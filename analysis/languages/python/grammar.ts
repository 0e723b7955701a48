import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Language, Parser, type Tree } from 'web-tree-sitter'
import { packageFile } from '../package-files.ts'
import { parserInput } from './parser-input.ts'

/** The build copies the compiled grammar; before the first build it comes from its package. */
function readGrammar(): Uint8Array {
  const copied = packageFile('analysis/languages/python/tree-sitter-python.wasm')
  return readFileSync(copied ?? createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm'))
}

await Parser.init()
const language = await Language.load(readGrammar())
const parser = new Parser().setLanguage(language)

/** The parser asks to go on once in about a hundred steps. The densest ordinary code takes one request in seventy characters. */
const requestsPerCharacter = 0.1
const baseRequests = 1000

/** In milliseconds, for what takes the parser long within few steps. A file as large as we read takes a tenth of this. */
const mostTime = 10_000

/**
 * Parses Python source text. Offsets in the tree are UTF-16 code units.
 * The caller frees the tree with `delete()`. `null` where the text takes longer than any code a person would write.
 */
export function parsePython(text: string): Tree | null {
  const most = baseRequests + text.length * requestsPerCharacter
  const deadline = performance.now() + mostTime
  let requests = 0
  const tree = parser.parse(parserInput(text), null, { progressCallback: () => ++requests > most || performance.now() > deadline })
  if (tree === null) parser.reset()
  return tree
}

/** A kind of syntax node, as the grammar numbers it. */
export interface NodeKind {
  readonly name: string
  readonly isNamed: boolean
}

/** Node kinds by the grammar's number. */
export const nodeKinds: readonly NodeKind[] = language.types.map((name, id) => ({ name, isNamed: language.nodeTypeIsNamed(id) }))

/** Field names by the grammar's number; number 0 is no field. */
export const fieldNames: readonly (string | null)[] = language.fields
