/** The versions that a declaration admits: from `least` up to `most`. `null`: open on that side. */
export interface VersionRange {
  readonly least: string | null
  readonly most: string | null
  /** `most` itself is admitted. */
  readonly includesMost: boolean
}

export function exactly(version: string): VersionRange {
  return { least: version, most: version, includesMost: true }
}

const anyVersion: VersionRange = { least: null, most: null, includesMost: true }

/**
 * The range that a requirement's version part stands for, in the notation of PEP 440 (`>=5.3,<5.6`, `~=5.3`, `==5.3.*`) or of
 * Poetry (`^5.3`, `~5.3`, `5.3.*`, `5.3.6`). What cannot be read narrows nothing.
 */
export function parseRange(specifier: string): VersionRange {
  if (specifier.includes('|')) return anyVersion
  return specifier
    .replace(/([<>=~!^])\s+/g, '$1')
    .split(/[,\s]+(?=[<>=~!^*\d])/)
    .map((part) => parsePart(part.trim()))
    .reduce(intersection, anyVersion)
}

function parsePart(part: string): VersionRange {
  const match = /^(===|==|>=|<=|~=|!=|>|<|=|\^|~)?\s*v?(\d+(?:\.\d+)*)(\.\*)?/.exec(part)
  if (match === null) return anyVersion
  const [, operator = '==', version = '', wildcard] = match
  const numbers = numbersOf(version)
  switch (operator) {
    case '>=':
    case '>':
      return { ...anyVersion, least: version }
    case '<':
      return { least: null, most: version, includesMost: false }
    case '<=':
      return { least: null, most: version, includesMost: true }
    case '~=':
      return upTo(version, numbers.length - 2)
    case '^':
      return upTo(version, Math.max(0, numbers.findIndex((number) => number > 0)))
    case '~':
      return upTo(version, Math.min(1, numbers.length - 1))
    case '!=':
      return anyVersion
    default:
      return wildcard === undefined ? exactly(version) : upTo(version, numbers.length - 1)
  }
}

/** From `version` to where the number at `position` would grow. */
function upTo(version: string, position: number): VersionRange {
  const kept = numbersOf(version).slice(0, Math.max(position, 0) + 1)
  const grown = kept.map((number, index) => (index === kept.length - 1 ? number + 1 : number))
  return { least: version, most: grown.join('.'), includesMost: false }
}

function intersection(a: VersionRange, b: VersionRange): VersionRange {
  const least = a.least === null || (b.least !== null && isAtLeast(b.least, a.least)) ? b.least : a.least
  if (a.most === null || b.most === null) return { ...(a.most === null ? b : a), least }
  const tighter = isAtLeast(a.most, b.most) ? b : a
  return { ...tighter, least }
}

/** The smallest range that holds both. */
export function span(a: VersionRange, b: VersionRange): VersionRange {
  const least = a.least === null || b.least === null ? null : isAtLeast(a.least, b.least) ? b.least : a.least
  if (a.most === null || b.most === null) return { least, most: null, includesMost: true }
  const wider = isAtLeast(a.most, b.most) ? a : b
  return { least, most: wider.most, includesMost: wider.includesMost }
}

/** Every version in the range is older than `version`. */
export function isBelow(range: VersionRange, version: string): boolean {
  if (range.most === null) return false
  return range.includesMost ? !isAtLeast(range.most, version) : isAtLeast(version, range.most)
}

/** No version in the range is older than `version`. */
export function isFrom(range: VersionRange, version: string): boolean {
  return range.least !== null && isAtLeast(range.least, version)
}

/** Compares the numbers of two versions; what follows them (`rc1`) is left out. */
export function isAtLeast(version: string, least: string): boolean {
  const own = numbersOf(version)
  for (const [index, wanted] of numbersOf(least).entries()) {
    const part = own[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return true
}

function numbersOf(version: string): readonly number[] {
  return (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number)
}
