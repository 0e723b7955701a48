import type { Edit, Location } from '../../analysis/model/source.ts'
import { commentSign, languageOf } from './documents/language.ts'
import { type FileFinding, findAll } from './findings.ts'
import { positionAt } from './positions.ts'

/** Another spelling of the same project that must lead to the same findings. */
export interface Variant {
  readonly name: string
  readonly rewrite: (path: string, text: string) => string
}

const comments = ['A comment that says nothing.', 'And a second one.']

export const variants: readonly Variant[] = [
  { name: 'CRLF line ends', rewrite: (_path, text) => text.replaceAll('\n', '\r\n') },
  { name: 'two lines above', rewrite: addLinesAbove },
]

function addLinesAbove(path: string, text: string): string {
  if (languageOf(path) === null) return text
  return comments.map((comment) => `${commentSign(path)} ${comment}\n`).join('') + text
}

/**
 * The findings in the variant of a project, with every place given as it would be in the project as written: where a place
 * moved otherwise than its text did, the result differs from that of `describeFindings`.
 */
export function describeVariant(files: ReadonlyMap<string, string>, { rewrite }: Variant): unknown[] {
  const rewritten = new Map([...files].map(([path, text]) => [path, rewrite(path, text)]))
  return describe(findAll(rewritten), (path, offset) => {
    const added = rewrite(path, '').length
    return positionAt((rewritten.get(path) ?? '').slice(added), offset - added)
  })
}

/** Findings with lines and columns in place of offsets, in a stable order. */
export function describeFindings(findings: readonly FileFinding[], files: ReadonlyMap<string, string>): unknown[] {
  return describe(findings, (path, offset) => positionAt(files.get(path) ?? '', offset))
}

function describe(findings: readonly FileFinding[], place: (path: string, offset: number) => string): unknown[] {
  const showLocation = ({ file, span }: Location): string => `${file}:${place(file, span.start)}-${place(file, span.end)}`
  const showEdits = (file: string, edits: readonly Edit[]): string[] =>
    edits.map(({ span, text }) => `${showLocation({ file, span })} ${text.replaceAll('\r\n', '\n')}`)
  return findings
    .map((finding) => ({
      at: showLocation(finding),
      rule: finding.rule,
      message: finding.message,
      related: finding.related.map(({ message, location }) => `${showLocation(location)} ${message}`),
      fix: showEdits(finding.file, finding.fix),
      suggestions: finding.suggestions.map(({ message, edits }) => [message, ...showEdits(finding.file, edits)]),
    }))
    .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
}
