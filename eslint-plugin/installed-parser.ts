import { createRequire } from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'

export interface InstalledParser {
  parseForESLint(text: string, options: object): unknown
}

const known = new Map<string, InstalledParser | null>()

/** The parser of typescript-eslint that a file's own project has installed; `null` where it has none. */
export function installedParser(file: string | undefined): InstalledParser | null {
  const folder = file !== undefined && isAbsolute(file) ? dirname(file) : process.cwd()
  let parser = known.get(folder)
  if (parser === undefined) {
    parser = load(folder)
    known.set(folder, parser)
  }
  return parser
}

function load(folder: string): InstalledParser | null {
  const require = createRequire(join(folder, 'any.js'))
  for (const name of ['@typescript-eslint/parser', 'typescript-eslint']) {
    const path = resolved(require, name)
    const parser = path === null ? null : parserIn(require(path))
    if (parser !== null) return parser
  }
  return null
}

function resolved(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name)
  } catch {
    return null
  }
}

/** The package is the parser, or has it. */
function parserIn(value: unknown): InstalledParser | null {
  if (isParser(value)) return value
  return typeof value === 'object' && value !== null && 'parser' in value && isParser(value.parser) ? value.parser : null
}

function isParser(value: unknown): value is InstalledParser {
  return typeof value === 'object' && value !== null && 'parseForESLint' in value && typeof value.parseForESLint === 'function'
}
