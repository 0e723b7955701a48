import type { Block, FileFacts } from '../model/file-facts.ts'
import type { RetryPolicy } from '../model/task.ts'
import { calledName } from './called-names.ts'
import type { Inference } from './inference.ts'
import { blocksAround } from './site.ts'
import { rawText } from './text-of.ts'

/** Loops without an end whose body catches a failure and goes round again. */
export function retryLoopsIn(types: Inference, file: FileFacts, isTaskWork: (index: number) => boolean): readonly RetryPolicy[] {
  return file.blocks.flatMap((block, index) => {
    if (block.kind !== 'loop' || !isEndless(types, file, block) || !isTaskWork(block.function)) return []
    if (!retriesForEver(types, file, index)) return []
    const end = file.functions[block.function]?.name ?? 'this function'
    const policy: RetryPolicy = { kind: 'loop', subject: end, file: file.path, span: headerOf(block), cap: 'unlimited', text: headerText(types, file, block) }
    return [policy]
  })
}

function headerOf(block: Block): { readonly start: number; readonly end: number } {
  return { start: block.span.start, end: block.subject?.span.end ?? block.span.start + 5 }
}

function headerText(types: Inference, file: FileFacts, block: Block): string {
  return rawText(types.workspace, file, headerOf(block))
}

/** `while True`, `while not done`, `for n in itertools.count()`. */
function isEndless(types: Inference, file: FileFacts, block: Block): boolean {
  const { subject } = block
  if (subject === null) return false
  const site = { file, function: block.function, at: subject.span.start }
  if (block.form === 'for') {
    const made = subject.kind === 'call' ? file.calls[subject.call] : undefined
    if (made === undefined || calledName(file, made) !== 'count') return false
    const type = types.typeOf(subject, site)
    return type.kind === 'external' && type.name === 'itertools.count()'
  }
  if (subject.kind === 'literal') return subject.value === true || subject.value === 1
  const flag = subject.kind === 'operation' && subject.operator === 'not' ? subject.operands[0] : undefined
  return flag?.kind === 'name'
}

/**
 * A `try` right in the loop does the work and leaves the loop when it is done; its handler does not leave, and nothing
 * counts the rounds or looks at the clock.
 */
function retriesForEver(types: Inference, file: FileFacts, loop: number): boolean {
  const block = file.blocks[loop]
  if (block === undefined || hasBound(types, file, block)) return false
  return file.blocks.some((attempt, index) => {
    if (attempt.kind !== 'try' || attempt.parent !== loop) return false
    const handlers = file.blocks.flatMap((other, at) => (other.kind === 'handler' && other.of === index ? [at] : []))
    const ends = leavesIn(file, block.function, index) || setsFlag(file, block, attempt) || elseLeaves(file, block.function, index)
    return ends && handlers.length > 0 && handlers.some((handler) => !leavesIn(file, block.function, handler))
  })
}

/** Comparisons of a counter or of the clock anywhere in the loop, or a condition that hides them. */
function hasBound(types: Inference, file: FileFacts, loop: Block): boolean {
  const text = rawText(types.workspace, file, loop.span)
  return /\b(attempts?|retries|tries|count\w*|deadline|timeout|elapsed|monotonic|max_\w+|limit|remaining)\b\s*(\+=|-=|[<>]=?|==)|[<>]=?\s*\w*(max|limit|deadline|timeout|retries|attempts)\w*|time\.(time|monotonic)\(\)|timezone\.now\(\)|datetime\.now\(\)/i.test(text)
}

function leavesIn(file: FileFacts, owner: number, within: number): boolean {
  const block = file.blocks[within]
  return (file.functions[owner]?.exits ?? []).some(
    (exit) => exit.kind !== 'continue' && block !== undefined && blocksAround(file, exit.block).includes(block),
  )
}

function elseLeaves(file: FileFacts, owner: number, attempt: number): boolean {
  return file.blocks.some((block, index) => block.kind === 'else' && block.of === attempt && leavesIn(file, owner, index))
}

/** `while not done: try: …; done = True` */
function setsFlag(file: FileFacts, loop: Block, attempt: Block): boolean {
  const flag = loop.subject?.kind === 'operation' ? loop.subject.operands[0] : undefined
  if (flag?.kind !== 'name') return false
  return (file.functions[loop.function]?.bindings ?? []).some(
    ({ target, block }) => target === flag.name && blocksAround(file, block).includes(attempt),
  )
}
