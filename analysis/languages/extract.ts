import type { FileFacts } from '../model/file-facts.ts'
import { extractPython } from './python/extract.ts'
import { languageOf } from './source-language.ts'
import { extractTypeScript } from './typescript/extract.ts'

/**
 * Describes one source file in the language that its extension says. `path` is relative to the project's root; `text` has no
 * byte order mark. Never throws: what cannot be understood is listed as unreadable, and the rest is described.
 */
export function extractFile(path: string, text: string): FileFacts {
  return languageOf(path) === 'typescript' ? extractTypeScript(path, text) : extractPython(path, text)
}
