import type { Edit } from '../../analysis/model/source.ts'
import { applyEdits, inOrder } from '../apply-edits.ts'
import { type TextLines, textLines } from '../text-position.ts'
import { maskCredentials } from './mask-secrets.ts'
import type { Paint } from './paint.ts'
import { displayWidth, fitting, printable } from './printable.ts'

/** The most lines of one side of a change that are shown. */
const mostLines = 8

/** How many columns before the first difference stay in view. */
const lead = 20

/** What edits do to a text: the lines they touch with `-` as they are and with `+` as they would be. */
export function describeChange(text: string, edits: readonly Edit[], columns: number, paint: Paint): readonly string[] {
  const lines = textLines(text)
  return groupByLines(lines, edits).flatMap((group) => {
    const { removed, added } = changedLines(text, lines, group)
    const indent = Math.min(...[...removed, ...added].filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length))
    const from = startOfView(removed[0]?.slice(indent) ?? '', added[0]?.slice(indent) ?? '', columns - 2)
    const show = (line: string): string => clip(maskCredentials(line.slice(indent)), from, columns - 2)
    return [...shorten(removed).map((line) => paint.red(`- ${show(line)}`)), ...shorten(added).map((line) => paint.green(`+ ${show(line)}`))]
  })
}

/** Edits that touch the same line belong together. */
function groupByLines(lines: TextLines, edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const groups: Edit[][] = []
  let lastLine = -1
  for (const edit of inOrder(edits)) {
    if (lines.position(edit.span.start).line > lastLine) groups.push([])
    groups.at(-1)?.push(edit)
    lastLine = lines.position(edit.span.end).line
  }
  return groups
}

function changedLines(text: string, lines: TextLines, edits: readonly Edit[]): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  const first = lines.position(edits[0]?.span.start ?? 0).line
  const last = lines.position(edits.at(-1)?.span.end ?? 0).line
  const start = lines.start(first)
  const old = text.slice(start, lines.start(last + 1))
  const edited = applyEdits(old, edits.map((edit) => ({ text: edit.text, span: { start: edit.span.start - start, end: edit.span.end - start } })))
  return withoutCommonLines(split(old), split(edited))
}

function withoutCommonLines(removed: readonly string[], added: readonly string[]): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  const shorter = Math.min(removed.length, added.length)
  let head = 0
  while (head < shorter && removed[head] === added[head]) head += 1
  let tail = 0
  while (tail < shorter - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1
  return { removed: removed.slice(head, removed.length - tail), added: added.slice(head, added.length - tail) }
}

function split(text: string): readonly string[] {
  return text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
}

function shorten(lines: readonly string[]): readonly string[] {
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), '…']
}

/** Where long lines are cut on the left, so that their first difference is seen. */
function startOfView(removed: string, added: string, columns: number): number {
  let same = 0
  while (same < removed.length && removed[same] === added[same]) same += 1
  return same < columns - lead ? 0 : same - lead
}

function clip(line: string, from: number, columns: number): string {
  const shown = (from > 0 ? '…' : '') + printable(line.slice(from))
  return displayWidth(shown) <= columns ? shown : `${fitting(shown, columns - 1)}…`
}
