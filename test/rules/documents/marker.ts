/** A finding that a document announces by a comment. */
export interface Marker {
  readonly path: string
  /** 1-based. */
  readonly line: number
  readonly rule: string
  /** Must occur in the message; `null` where any message will do. */
  readonly text: string | null
}

const announcement = /(?:#|\/\/) *(next-)?error:/
const entry = /\[([a-z0-9-]+)\](?: *"([^"]*)")?/g
const onlyEntries = /^(?: *\[[a-z0-9-]+\](?: *"[^"]*")?(?: *(?:#|\/\/) *error:)?)+ *$/

/**
 * The findings that comments in the text of a file announce: `# error: [rule-id] "text"` for its own line, `# next-error: …`
 * for the first line below that is no such comment. Throws on a comment of this kind that names no rule.
 */
export function readMarkers(path: string, text: string): Marker[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const match = announcement.exec(line)
    if (match === null) return []
    const rest = line.slice(match.index + match[0].length)
    if (!onlyEntries.test(rest)) throw new Error(`${path}:${index + 1}: "${line.trim()}" should read: error: [rule-id] "text"`)
    const target = match[1] === undefined ? index : skipMarkers(lines, index)
    return [...rest.matchAll(entry)].map(([, rule = '', words]) => ({ path, line: target + 1, rule, text: words ?? null }))
  })
}

function skipMarkers(lines: readonly string[], from: number): number {
  return lines.findIndex((line, index) => index > from && announcement.exec(line)?.[1] === undefined)
}
