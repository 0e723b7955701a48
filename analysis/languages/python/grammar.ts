import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Language, Parser, type Tree } from 'web-tree-sitter'

/** The compiled grammar lies beside the built module; run from sources, it comes from its package. */
function readGrammar(): Uint8Array {
  const beside = new URL('./tree-sitter-python.wasm', import.meta.url)
  if (existsSync(beside)) return readFileSync(beside)
  return readFileSync(createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm'))
}

await Parser.init()
const language = await Language.load(readGrammar())
const parser = new Parser().setLanguage(language)

/** The parser asks to go on once in about a hundred steps; ordinary code takes under a hundredth of such requests a character. */
const requestsPerCharacter = 0.5
const baseRequests = 1000

/**
 * Parses Python source text. Offsets in the tree are UTF-16 code units.
 * The caller frees the tree with `delete()`. `null` where the text takes more steps than any code a person would write.
 */
export function parsePython(text: string): Tree | null {
  const most = baseRequests + text.length * requestsPerCharacter
  let requests = 0
  const tree = parser.parse(text, null, { progressCallback: () => ++requests > most })
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
