/** An annotation in quotes, taken apart one level deep. */
export interface SplitAnnotation {
  /** The parts between `|`; one where there is no choice. */
  readonly alternatives: readonly string[]
  /** The plain dotted name of a single alternative; `null` where it is none. */
  readonly name: string | null
  /** What stands in the brackets after the name. */
  readonly parts: readonly string[]
}

const longest = 200

/** `"QuerySet[Order] | None"` → two alternatives; `"dict[str, Order]"` → its name and parts. */
export function splitAnnotation(text: string): SplitAnnotation {
  if (text.length > longest) return { alternatives: [], name: null, parts: [] }
  const alternatives = splitAt(text, '|')
  if (alternatives.length > 1) return { alternatives, name: null, parts: [] }
  const found = /^([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)(?:\[(.*)\])?$/u.exec(text.trim())
  if (found === null) return { alternatives, name: null, parts: [] }
  return { alternatives, name: found[1] ?? null, parts: found[2] === undefined ? [] : splitAt(found[2], ',') }
}

/** Splits at a sign outside of brackets. */
function splitAt(text: string, sign: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++
    else if (text[at] === ']') depth--
    else if (text[at] === sign && depth === 0) {
      parts.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  return [...parts, text.slice(start).trim()]
}
