import type { RelatedPlace, ReportedFinding } from '../result.ts'
import type { TextLines } from '../text-position.ts'
import { describeChange } from './change.ts'
import { codeFrame } from './code-frame.ts'
import type { Paint } from './paint.ts'
import { displayWidth, fitting, printable, wrap } from './printable.ts'
import type { ShownCode } from './shown-code.ts'

/** Columns of the report; only paths and addresses may be longer. */
const columns = 80

/** One finding for people: where, what, the code, what else plays a part, how to change it, where to read on. */
export function describeFinding(finding: ReportedFinding, code: ShownCode, paint: Paint): readonly string[] {
  return [
    heading(finding, paint),
    ...indent(wrap(finding.message, columns - 2), 2),
    '',
    ...indent(codeFrame(code.lines(finding, finding.isSecret), finding, columns - 2, paint), 2),
    ...finding.related.flatMap((related) => describeRelated(related, code.lines(related, finding.isSecret), paint)),
    ...describeRemedies(finding, code.text(finding.file), paint),
    '',
    ...(finding.guidance.length === 0 ? [] : [`  ${paint.dim(`guidance: ${finding.guidance.join(', ')}`)}`]),
    `  ${paint.dim(finding.url)}`,
  ]
}

function heading(finding: ReportedFinding, paint: Paint): string {
  const severity = finding.severity === 'error' ? paint.red('error') : paint.yellow('warning')
  const rule = finding.fix.length > 0 ? `${finding.rule} (fixable)` : finding.rule
  return `${paint.bold(`${printable(finding.file)}:${finding.line}:${finding.column}`)}  ${severity}  ${rule}`
}

function describeRelated(related: RelatedPlace, lines: TextLines, paint: Paint): readonly string[] {
  const code = printable(lines.line(related.line).trim())
  const shown = displayWidth(code) <= columns - 4 ? code : `${fitting(code, columns - 5)}…`
  return ['', ...indent(wrap(related.message, columns - 2), 2), `    ${paint.bold(`${printable(related.file)}:${related.line}`)}`, `    ${shown}`]
}

function describeRemedies({ fix, suggestions }: ReportedFinding, text: string, paint: Paint): readonly string[] {
  const remedies = [
    ...(fix.length === 0 ? [] : [{ title: 'Fix (--fix does it):', edits: fix }]),
    ...suggestions.map(({ message, edits }) => ({ title: `Suggestion: ${message}`, edits })),
  ]
  return remedies.flatMap(({ title, edits }) => [
    '',
    ...indent(wrap(title, columns - 2), 2),
    ...indent(describeChange(text, edits, columns - 4, paint), 4),
  ])
}

function indent(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => ' '.repeat(by) + line)
}
