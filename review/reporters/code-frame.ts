import type { ReportedPlace } from '../result.ts'
import type { TextLines } from '../text-position.ts'
import type { Paint } from './paint.ts'
import { displayWidth, fitting, printable } from './printable.ts'

/** Lines of code shown around the place, and the most that are shown of the place itself. */
const before = 2
const after = 1
const mostLines = 5

/** However long the marked code is, so many columns before it stay in view. */
const lead = 20

/** The code at a place with its line numbers, the place marked and underlined; no line is wider than `columns`. */
export function codeFrame(lines: TextLines, place: ReportedPlace, columns: number, paint: Paint): readonly string[] {
  const last = Math.min(place.endLine, place.line + mostLines - 1)
  const from = firstWithText(lines, Math.max(1, place.line - before), place.line)
  const to = firstWithText(lines, Math.min(lines.count, last + after), last)
  const digits = String(to).length
  const width = columns - digits - 5
  const frame: string[] = []
  for (let number = from; number <= to; number += 1) {
    const isMarked = number >= place.line && number <= last
    const clipped = clip(lines.line(number), columnsMarked(lines, place, number), width)
    const gutter = `${isMarked ? '>' : ' '} ${String(number).padStart(digits)} |`
    frame.push(`${paint.dim(gutter)} ${clipped.text}`.trimEnd())
    if (number === place.line) frame.push(`${paint.dim(`  ${' '.repeat(digits)} |`)} ${' '.repeat(clipped.offset)}${paint.red('^'.repeat(clipped.length))}`)
  }
  return frame
}

/** The first line that is not blank on the way from one line to another. */
function firstWithText(lines: TextLines, from: number, to: number): number {
  return from === to || lines.line(from).trim() !== '' ? from : firstWithText(lines, from + Math.sign(to - from), to)
}

interface ClippedLine {
  readonly text: string
  /** Where the mark starts and how long it is, in columns of the terminal. */
  readonly offset: number
  readonly length: number
}

function columnsMarked(lines: TextLines, place: ReportedPlace, number: number): { readonly start: number; readonly end: number } {
  if (number !== place.line) return { start: 0, end: 0 }
  return { start: place.column - 1, end: place.endLine === place.line ? place.endColumn - 1 : lines.line(number).length }
}

function clip(line: string, mark: { readonly start: number; readonly end: number }, width: number): ClippedLine {
  const before = printable(line.slice(0, mark.start))
  const marked = printable(line.slice(mark.start, mark.end))
  const whole = printable(line)
  const beyond = displayWidth(before) + displayWidth(marked) + 1 - width
  const cut = beyond > 0 ? startOfCharacter(whole, Math.max(0, Math.min(before.length - lead, beyond + 1))) : 0
  const room = width - (cut > 0 ? 1 : 0)
  const rest = whole.slice(cut)
  const text = displayWidth(rest) <= room ? rest : `${fitting(rest, room - 1)}…`
  const offset = displayWidth(before.slice(cut)) + (cut > 0 ? 1 : 0)
  return { text: cut > 0 ? `…${text}` : text, offset, length: Math.max(1, Math.min(displayWidth(marked), width - offset)) }
}

/** The index itself, or the one after it where it would cut a pair of surrogates. */
function startOfCharacter(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff ? index + 1 : index
}
