import type { Dispatch } from '../../analysis/model/dispatch.ts'
import type { Finding } from '../../analysis/model/finding.ts'
import type { Monitor } from '../../analysis/model/project.ts'
import type { Span } from '../../analysis/model/source.ts'
import type { TaskProfile } from '../../analysis/model/task.ts'

/** An answer with the fact that decides it. */
export interface Verdict {
  readonly verdict: 'pass' | 'fail' | 'unknown'
  readonly reason: string
}

/** The line, from 1, on which an offset in a file is. */
export type LineOf = (file: string, offset: number) => number

/** What is asked about. */
export interface CheckedTasks {
  /** At least one. */
  readonly tasks: readonly TaskProfile[]
  readonly dispatches: readonly Dispatch[]
  readonly monitors: readonly Monitor[]
  readonly findings: readonly (Pick<Finding, 'rule' | 'span'> & { readonly file: string })[]
  readonly lineOf: LineOf
}

export type Check = (checked: CheckedTasks) => Verdict

/** More places than this say nothing more. */
const mostPlaces = 3

/** The findings of some rules as a reason to fail; `null`: there are none. */
export function failureBy(rules: ReadonlySet<string>, { findings, lineOf }: CheckedTasks): Verdict | null {
  const found = findings.filter(({ rule }) => rules.has(rule))
  if (found.length === 0) return null
  const places = found.map(({ rule, file, span }) => `${rule} (${placeOf(file, span, lineOf)})`)
  return { verdict: 'fail', reason: `${String(found.length)} ${found.length === 1 ? 'finding' : 'findings'}: ${shorten(places)}` }
}

/** `sync_stock (shop/tasks.py:4), send (shop/tasks.py:9)` */
export function listTasks(tasks: readonly TaskProfile[], lineOf: LineOf): string {
  return shorten(tasks.map(({ task }) => `${task.handlerName} (${placeOf(task.file, task.nameSpan, lineOf)})`))
}

/** `2 of 3 tasks` */
export function countOf(some: readonly unknown[], all: readonly unknown[], noun: string): string {
  const counted = `${String(all.length)} ${noun}${all.length === 1 ? '' : noun.endsWith('h') ? 'es' : 's'}`
  return some.length === all.length ? counted : `${String(some.length)} of ${counted}`
}

export function placeOf(file: string, span: Span, lineOf: LineOf): string {
  return `${file}:${String(lineOf(file, span.start))}`
}

/** The first few, and how many more there are. */
export function shorten(texts: readonly string[]): string {
  const shown = texts.slice(0, mostPlaces).join(', ')
  return texts.length > mostPlaces ? `${shown} and ${String(texts.length - mostPlaces)} more` : shown
}
