import type { Block, Call, FileFacts } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import { blocksAround } from '../facts/site.ts'
import { openerAt, type Opener } from './opener.ts'
import { statementEvents, type StatementEvent } from './statement-events.ts'

/** The transaction that an earlier statement of the same function has opened, and a later one commits. */
export function openStatement(types: Inference, file: FileFacts, call: Call): Opener | null {
  const events = statementEvents(types, { file, index: call.function })
  if (events.length === 0) return null
  const place = { file, call, around: new Set(blocksAround(file, call.block)) }
  const start = events.findLast((event) => event.kind === 'start' && isBefore(event, call) && isOpenAt(place, event, events))
  return start === undefined ? null : openerAt(types, file, start.call.callee.span)
}

interface Place {
  readonly file: FileFacts
  readonly call: Call
  readonly around: ReadonlySet<Block>
}

function isBefore(event: StatementEvent, call: Call): boolean {
  return event.call !== call && event.call.span.end <= call.span.end
}

function isOpenAt(place: Place, start: StatementEvent, events: readonly StatementEvent[]): boolean {
  const own = events.filter(({ subject, kind }) => subject === start.subject && kind !== 'start')
  const ends = own.filter((event) => isBefore(event, place.call) && isBefore(start, event.call))
  if (!mayReach(place, start) || ends.some((event) => mayReach(place, event))) return false
  const later = own.filter((event) => !isBefore(event, place.call) && event.call !== place.call)
  const next = later.find((event) => isOnTheWay(place, event))
  return next === undefined ? later.some((event) => event.kind === 'commit' && !excludes(place, event)) : next.kind === 'commit'
}

/** Having run the event, the function may come to the place: it is not in the other branch, and has not left. */
function mayReach(place: Place, event: StatementEvent): boolean {
  return !excludes(place, event) && !leaves(place, event)
}

/** The event is bound to happen if the place is reached and nothing fails. */
function isOnTheWay({ file, around }: Place, event: StatementEvent): boolean {
  return blocksAround(file, event.call.block).every((block) => around.has(block) || plain.has(block.kind))
}

const plain: ReadonlySet<Block['kind']> = new Set(['try', 'context', 'finally', 'else'])

/** They stand in two branches of one condition, or the event is in the handling of an error. */
function excludes({ file, around }: Place, event: StatementEvent): boolean {
  return blocksAround(file, event.call.block).some((block) => {
    if (around.has(block)) return false
    if (block.kind === 'handler') return true
    if (block.kind !== 'branch') return false
    return [...around].some((other) => isOtherBranch(file, block, other))
  })
}

function isOtherBranch(file: FileFacts, one: Block, other: Block): boolean {
  const [first, second] = [one, other].map((block) => (block.of === null ? block : file.blocks[block.of]))
  return other.kind === 'branch' && first === second && one.form !== other.form
}

/** A `return` or the like follows the event in a branch that does not hold the place. */
function leaves({ file, call, around }: Place, event: StatementEvent): boolean {
  const own = new Set(blocksAround(file, event.call.block))
  return (file.functions[call.function]?.exits ?? []).some((exit) => {
    if (exit.span.end < event.call.span.end || exit.span.start >= call.span.start) return false
    const blocks = blocksAround(file, exit.block)
    return blocks.some((block) => !around.has(block) && block.kind === 'branch') && blocks.every((block) => own.has(block) || plain.has(block.kind))
  })
}
