import type { LateBinding } from '../../model/dispatch.ts'
import type { Expression, NameExpression } from '../../model/expression.ts'
import type { Block, Call, FileFacts } from '../../model/file-facts.ts'
import type { Edit, Span } from '../../model/source.ts'
import { expressionsIn, visitExpression } from '../facts/expression-walk.ts'
import type { Inference } from '../inference/inference.ts'
import { partialEdits } from './partial-edits.ts'
import { findName } from '../facts/scope.ts'
import { blocksAround, functionsAround } from '../facts/site.ts'
import { openerAround } from './transaction-openers.ts'

/** Loop variables that the registered function reads only when it runs, after the loop. */
export function lateBindings(types: Inference, file: FileFacts, call: Call): readonly LateBinding[] {
  const callback = callbackFunction(file, call)
  const loops = loopsAround(file, call)
  const [innermost] = loops
  if (callback === null || innermost === undefined || leavesLoop(file, call, innermost) || commitsInLoop(types, file, call, innermost)) return []
  const reads = freeNames(file, callback)
  const late = reads.flatMap((read) => {
    const loop = loops.find((block) => isBoundIn(file, call, block, read.name))
    return loop === undefined ? [] : [{ name: read.name, span: placeOf(read, call), loop: { file: file.path, span: headerSpan(loop) } }]
  })
  return late.filter((each, at) => late.findIndex(({ name }) => name === each.name) === at)
}

/** The read itself, or the name of the callback where that is written elsewhere. */
function placeOf(read: NameExpression, call: Call): Span {
  const given = call.arguments.find(({ name }) => name === null || name === 'func')?.value
  return given?.kind === 'name' ? given.span : read.span
}

/** The loops of the same function that a call is in, innermost first. */
export function loopsAround(file: FileFacts, call: Call): readonly Block[] {
  return blocksAround(file, call.block).filter(({ kind }) => kind === 'loop')
}

/** Index of the function written (or named) as the callback. */
function callbackFunction(file: FileFacts, call: Call): number | null {
  const given = call.arguments.find(({ name }) => name === null || name === 'func')?.value
  if (given?.kind === 'function') return given.function
  if (given?.kind !== 'name') return null
  const found = findName(file, call.function, given.name)
  if (found?.kind !== 'function' || file.functions[found.index]?.parent !== call.function) return null
  return found.index
}

/** Names that a function reads and does not bind itself, in itself and in the functions inside it. */
function freeNames(file: FileFacts, index: number): readonly NameExpression[] {
  const names: NameExpression[] = []
  for (const [inner, facts] of file.functions.entries()) {
    if (!functionsAround(file, inner).includes(file.functions[index] ?? facts)) continue
    for (const root of expressionsIn(file, inner)) {
      visitExpression(root, (expression) => {
        if (expression.kind === 'name' && !isOwn(file, index, inner, expression)) names.push(expression)
      })
    }
  }
  return names
}

/** Bound by the callback, by a function inside it, or by a comprehension there. */
function isOwn(file: FileFacts, outer: number, inner: number, { name, span }: NameExpression): boolean {
  if (file.blocks.some((block) => block.names.includes(name) && block.function === inner && contains(block, span.start))) return true
  for (let at: number | null = inner; at !== null; at = file.functions[at]?.parent ?? null) {
    const facts = file.functions[at]
    if (facts === undefined) return false
    if (facts.parameters.some((parameter) => parameter.name === name) || facts.bindings.some(({ target }) => target === name)) return true
    if (at === outer) return false
  }
  return false
}

/** The loop gives the name a new value each time round: as its variable or by an assignment in its body. */
function isBoundIn(file: FileFacts, call: Call, loop: Block, name: string): boolean {
  if (loop.names.includes(name)) return true
  const bindings = file.functions[call.function]?.bindings.filter(({ target }) => target === name) ?? []
  return bindings.length > 0 && bindings.every(({ span, value }) => contains(loop, span.start) && value?.kind !== 'literal')
}

function contains(block: Block, offset: number): boolean {
  return block.span.start <= offset && offset < block.span.end
}

/** A `break` or `return` after the call, on the same level, ends the loop before a second callback is made. */
function leavesLoop(file: FileFacts, call: Call, loop: Block): boolean {
  const around = new Set(blocksAround(file, call.block))
  return (file.functions[call.function]?.exits ?? []).some((exit) => {
    if (exit.kind === 'continue' || exit.span.start < call.span.end || exit.span.start >= loop.span.end) return false
    return blocksAround(file, exit.block).every((block) => around.has(block))
  })
}

/** A transaction opened in the loop's body runs the callback before the next round, unless another one is around it. */
function commitsInLoop(types: Inference, file: FileFacts, call: Call, loop: Block): boolean {
  const opener = openerAround(types, file, call)
  return opener !== null && opener.location.span.start > loop.span.start && opener.location.span.end <= loop.span.end
}

function headerSpan(loop: Block): { readonly start: number; readonly end: number } {
  return { start: loop.span.start, end: loop.subject?.span.end ?? loop.span.end }
}

/** `lambda: f(x)` → `partial(f, x)`, where the call and its arguments are plain enough to be evaluated early. */
export function rebindingEdits(types: Inference, file: FileFacts, call: Call): readonly Edit[] {
  const given = call.arguments.find(({ name }) => name === null)?.value
  if (given?.kind !== 'function') return []
  const facts = file.functions[given.function]
  const [exit] = facts?.exits ?? []
  if (facts?.kind !== 'lambda' || facts.parameters.length > 0 || exit?.value?.kind !== 'call') return []
  const body = file.calls[exit.value.call]
  if (body === undefined || !isPlain(body.callee) || !body.arguments.every(({ value }) => isPlain(value))) return []
  return partialEdits(types, file, body, given.span)
}

function isPlain(expression: Expression): boolean {
  let plain = true
  visitExpression(expression, (part) => {
    if (part.kind === 'call' || part.kind === 'function' || part.kind === 'unknown' || part.kind === 'comprehension') plain = false
  })
  return plain
}
