import type { Marker } from './documents/marker.ts'
import type { FileFinding } from './findings.ts'
import { lineAt } from './positions.ts'

interface Comparison {
  readonly found: readonly string[]
  readonly expected: readonly string[]
}

/**
 * Findings and markers as two lists of lines that are equal where each marker has its finding and each finding its marker,
 * and that otherwise differ in the lines a person has to look at.
 */
export function compare(findings: readonly FileFinding[], markers: readonly Marker[], files: ReadonlyMap<string, string>): Comparison {
  const open = new Set([...markers].sort((one, other) => Number(one.text === null) - Number(other.text === null)))
  const found = findings.map((finding) => {
    const line = lineAt(files.get(finding.file) ?? '', finding.span.start)
    const marker = [...open].find((candidate) => announces(candidate, finding, line))
    if (marker === undefined) return `${finding.file}:${line} [${finding.rule}] "${finding.message}"`
    open.delete(marker)
    return show(marker)
  })
  return { found: found.sort(), expected: markers.map(show).sort() }
}

function announces(marker: Marker, finding: FileFinding, line: number): boolean {
  const isSamePlace = marker.path === finding.file && marker.line === line && marker.rule === finding.rule
  return isSamePlace && (marker.text === null || finding.message.includes(marker.text))
}

function show({ path, line, rule, text }: Marker): string {
  return `${path}:${line} [${rule}]${text === null ? '' : ` "${text}"`}`
}
