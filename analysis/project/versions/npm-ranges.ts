import { parseRange, span, type VersionRange } from './version-ranges.ts'

/**
 * The range that a dependency in `package.json` asks for: `^5.1.0`, `~5.1`, `5.x`, `>=4 <6`, `^4 || ^5`. `null` for what names no
 * version: tags, other packages, folders and addresses.
 */
export function parseNpmRange(specifier: string): VersionRange | null {
  const alternatives = specifier.split('||').map((each) => each.trim())
  if (!alternatives.every((each) => /^[<>=~^v\s]*\d/.test(each))) return null
  return alternatives.map(parseAlternative).reduce(span)
}

function parseAlternative(text: string): VersionRange {
  const [, from, to] = /^(\S+)\s+-\s+(\S+)$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return parseRange(`>=${from} <=${to}`)
  const parts = text.replace(/([<>=~^])\s+/g, '$1').split(/\s+/)
  return parseRange(parts.map(spelledOut).join(' '))
}

/** A version without an operator may leave numbers out: `5`, `5.1`, `5.x` and `5.1.*` stand for every version that starts so. */
function spelledOut(part: string): string {
  const [, operator = '', written = ''] = /^([<>=~^]*)v?(.*)$/.exec(part) ?? []
  const numbers = written.split('.').filter((number) => /^\d/.test(number))
  if ((operator !== '' && operator !== '=') || numbers.length > 2) return operator + (operator === '' || operator === '=' ? written : numbers.join('.'))
  return `${numbers.join('.')}.*`
}
