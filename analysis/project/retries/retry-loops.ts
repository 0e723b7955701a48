import { collisionErrors } from '../../frameworks/retry-libraries.ts'
import type { Expression } from '../../model/expression.ts'
import type { Block, Exit, FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { RetryPolicy } from '../../model/task.ts'
import { calledName, callsNamed } from '../facts/called-names.ts'
import { isProductionFile } from '../files/file-role.ts'
import type { Inference } from '../inference/inference.ts'
import { blocksAround } from '../facts/site.ts'
import type { TaskWork } from '../tasks/task-work.ts'
import { rawText } from '../files/text-of.ts'
import { askedOfText } from '../files/text-answers.ts'
import { languageOf } from '../../languages/source-language.ts'

/** Loops without an end, in the work of a task, that leave when an attempt succeeds and go round again when it fails. */
export function retryLoops(types: Inference, work: TaskWork): readonly RetryPolicy[] {
  const { workspace } = types
  return workspace.paths.flatMap((path) => {
    if (!isProductionFile(path) || !mayRetryInLoop(types, path)) return []
    const file = workspace.facts(path)
    return file === null ? [] : retryLoopsIn(types, work, file)
  })
}

/** Cheap: most files hold no loop without an end. */
function mayRetryInLoop({ workspace }: Inference, path: string): boolean {
  const { words } = languageOf(path) === 'python' ? inPython : inScripts
  return words.every((choice) => choice.some((word) => workspace.mentions(path, word))) && hasLoop(workspace, path)
}

const inPython = { words: [['except'], ['while', 'count']], loops: /\bwhile\s+(True|1|not\s+\w+)\s*:|\bin\s+(itertools\.)?count\(/ }
const inScripts = { words: [['catch'], ['while', 'for']], loops: /\bwhile\s*\(\s*(true|1|!\s*[\w$]+)\s*\)|\bfor\s*\([^;)]*;\s*;/ }

const hasLoop = askedOfText((text, path) => (languageOf(path) === 'python' ? inPython : inScripts).loops.test(text))

function retryLoopsIn(types: Inference, work: TaskWork, file: FileFacts): readonly RetryPolicy[] {
  return file.blocks.flatMap((block, index) => {
    if (block.kind !== 'loop' || !isEndless(types, file, block) || !retriesForEver(types, file, block, index)) return []
    if (!work.runsWithoutLimit({ file, index: block.function })) return []
    const span = headerOf(types, file, block)
    const subject = file.functions[block.function]?.name ?? ''
    return [{ kind: 'loop', subject, file: file.path, span, cap: 'unlimited', text: rawText(types.workspace, file, span) }]
  })
}

/** `while (true)`; of a loop whose condition stands behind it, its first word. */
function headerOf({ workspace }: Inference, file: FileFacts, { span, subject }: Block): Span {
  const { start } = span
  const end = subject?.span.end ?? span.end
  const text = rawText(workspace, file, span)
  if (/^do\b/.test(text)) return { start, end: start + 2 }
  return { start, end: end + (/^\s*\)/.exec(text.slice(end - start))?.[0].length ?? 0) }
}

/** `while True`, `while not done`, `for n in itertools.count()`. */
function isEndless(types: Inference, file: FileFacts, { form, subject, function: owner }: Block): boolean {
  if (subject === null) return false
  if (form === 'for') {
    const call = subject.kind === 'call' ? file.calls[subject.call] : undefined
    const isCount = call !== undefined && calledName(file, call) === 'count'
    const type = isCount ? types.typeOf(subject, { file, function: owner, at: subject.span.start }) : null
    return type?.kind === 'external' && type.name === 'itertools.count()'
  }
  if (subject.kind === 'literal') return subject.value === true || subject.value === 1
  return flagOf(subject) !== null
}

function flagOf(subject: Expression): string | null {
  const flag = subject.kind === 'operation' && subject.operator === 'not' ? subject.operands[0] : undefined
  return flag?.kind === 'name' ? flag.name : null
}

/**
 * A `try` right in the loop does the work and leaves the loop when it is done; a handler of a failure does not leave, and
 * nothing counts the rounds or looks at the clock.
 */
function retriesForEver(types: Inference, file: FileFacts, loop: Block, index: number): boolean {
  if (file.functions[loop.function]?.isGenerator === true || hasBound(types, file, loop)) return false
  return file.blocks.some((attempt, at) => {
    if (attempt.kind !== 'try' || loopRightAround(file, attempt) !== index) return false
    const handlers = file.blocks.flatMap((handler, other) => (handler.kind === 'handler' && handler.of === at && triesAgain(file, index, handler, other) ? [other] : []))
    const isDone = leaves(file, index, at, false) || setsFlag(file, loop, attempt) || elseLeaves(file, index, at)
    if (isDone) return handlers.length > 0
    return leavesAfter(file, index, attempt) && handlers.some((handler) => goesOn(file, index, handler))
  })
}

/** A statement of the loop itself leaves it behind the `try`: `break` after a handler that went on. */
function leavesAfter(file: FileFacts, loop: number, attempt: Block): boolean {
  const owner = file.blocks[loop]?.function ?? 0
  return (file.functions[owner]?.exits ?? []).some((exit) => exit.block === loop && exit.span.start > attempt.span.end && isWayOut(file, loop, exit, false))
}

/** `continue` right in the handler. */
function goesOn(file: FileFacts, loop: number, handler: number): boolean {
  const owner = file.blocks[loop]?.function ?? 0
  return (file.functions[owner]?.exits ?? []).some(({ kind, block }) => kind === 'continue' && block === handler)
}

/** The loop that a block stands in, with nothing but contexts between. */
function loopRightAround(file: FileFacts, block: Block): number | null {
  let parent = block.parent
  while (parent !== null && file.blocks[parent]?.kind === 'context') parent = file.blocks[parent]?.parent ?? null
  return parent
}

function triesAgain(file: FileFacts, loop: number, handler: Block, index: number): boolean {
  return !leaves(file, loop, index, true) && !isCollision(file, handler.subject) && !stopsProcess(file, index)
}

function isCollision(file: FileFacts, subject: Expression | null): boolean {
  if (subject === null) return false
  const caught = subject.kind === 'tuple' ? subject.items : [subject]
  return caught.every((type) => (type.kind === 'name' || type.kind === 'member') && collisionErrors.test(type.name))
}

function stopsProcess(file: FileFacts, index: number): boolean {
  return ['exit', '_exit', 'abort'].some((name) => callsNamed(file, name).some(({ block }) => isInside(file, block, index)))
}

/** Comparisons of a counter or of the clock anywhere in the loop, or a condition that hides them. */
function hasBound(types: Inference, file: FileFacts, loop: Block): boolean {
  return (file.language === 'python' ? bounds : scriptBounds).test(rawText(types.workspace, file, loop.span))
}

const bounds =
  /\b(attempts?|retries|tries|count\w*|deadline|timeout|elapsed|monotonic|max_\w+|limit|remaining)\b\s*(\+=|-=|[<>]=?|==)|[<>]=?\s*\w*(max|limit|deadline|timeout|retries|attempts)\w*|time\.(time|monotonic)\(\)|timezone\.now\(\)|datetime\.now\(\)/i

const scriptBounds =
  /(attempt|retr(y|ies)|tries|count|deadline|timeout|elapsed|max|limit|remaining|tried)\w*\s*(\+\+|--|\+=|-=|[<>]=?|[!=]==?)|(\+\+|--|[<>]=?|[!=]==?)\s*[\w$.]*(attempt|retr(y|ies)|tries|count|max|limit|deadline|timeout)|\bDate\.now\(|performance\.now\(|new Date\(\)|hrtime|\.aborted\b|throwIfAborted/i

/** A statement in the block `within` leaves the loop. @param byRaising counts `raise` as well. */
function leaves(file: FileFacts, loop: number, within: number, byRaising: boolean): boolean {
  const owner = file.blocks[loop]?.function ?? 0
  return (file.functions[owner]?.exits ?? []).some((exit) => isInside(file, exit.block, within) && isWayOut(file, loop, exit, byRaising))
}

function isWayOut(file: FileFacts, loop: number, { kind, block }: Exit, byRaising: boolean): boolean {
  if (kind === 'break') return blocksAround(file, block).find((around) => around.kind === 'loop') === file.blocks[loop]
  return kind === 'return' || (byRaising && kind === 'raise')
}

function isInside(file: FileFacts, block: number | null, within: number): boolean {
  const outer = file.blocks[within]
  return outer !== undefined && blocksAround(file, block).includes(outer)
}

function elseLeaves(file: FileFacts, loop: number, attempt: number): boolean {
  return file.blocks.some((block, index) => block.kind === 'else' && block.of === attempt && leaves(file, loop, index, false))
}

/** `while not done: try: …; done = True` */
function setsFlag(file: FileFacts, loop: Block, attempt: Block): boolean {
  const flag = loop.subject === null ? null : flagOf(loop.subject)
  if (flag === null) return false
  return (file.functions[loop.function]?.bindings ?? []).some(({ target, block }) => target === flag && blocksAround(file, block).includes(attempt))
}
