import { commentSign } from './language.ts'

/** A finding that a document announces by a comment. */
export interface Marker {
  readonly path: string
  /** 1-based. */
  readonly line: number
  readonly rule: string
  /** Must occur in the message; `null` where any message will do. */
  readonly text: string | null
}

interface Notation {
  readonly announcement: RegExp
  readonly onlyEntries: RegExp
}

const entry = /\[([a-z0-9-]+)\](?: *"([^"]*)")?/g
const notations: Readonly<Record<ReturnType<typeof commentSign>, Notation>> = { '#': notationOf('#'), '//': notationOf('//') }

function notationOf(sign: string): Notation {
  return {
    announcement: new RegExp(`${sign} *(next-)?error:`),
    onlyEntries: new RegExp(`^(?: *\\[[a-z0-9-]+\\](?: *"[^"]*")?(?: *${sign} *error:)?)+ *$`),
  }
}

/**
 * The findings that comments in the text of a file announce: `# error: [rule-id] "text"` for its own line, `# next-error: …`
 * for the first line below that is no such comment; with `//` where the language has it. Throws on a comment of this kind that names no rule.
 */
export function readMarkers(path: string, text: string): Marker[] {
  const { announcement, onlyEntries } = notations[commentSign(path)]
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const match = announcement.exec(line)
    if (match === null) return []
    const rest = line.slice(match.index + match[0].length)
    if (!onlyEntries.test(rest)) throw new Error(`${path}:${index + 1}: "${line.trim()}" should read: error: [rule-id] "text"`)
    const target = match[1] === undefined ? index : skipMarkers(announcement, lines, index)
    return [...rest.matchAll(entry)].map(([, rule = '', words]) => ({ path, line: target + 1, rule, text: words ?? null }))
  })
}

function skipMarkers(announcement: RegExp, lines: readonly string[], from: number): number {
  return lines.findIndex((line, index) => index > from && announcement.exec(line)?.[1] === undefined)
}
