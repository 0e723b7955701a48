import type { Block, Call, Exit, FileFacts } from '../../model/file-facts.ts'
import { isTaken } from '../facts/branch-truth.ts'
import { evaluate, type Frame } from './evaluate.ts'
import type { Inference } from '../inference/inference.ts'
import { truthOf, type Given } from './known-value.ts'
import { blocksAround } from '../facts/site.ts'

const mostSteps = 12

/** A frame in the function of the call, just before it. */
export function frameBefore(file: FileFacts, call: Call, given: Given): Frame {
  return { file, function: call.function, given, at: call.span.start, left: mostSteps }
}

/** With these parameters the function never comes to the call: it is in another branch, or has returned before. */
export function isRefuted(types: Inference, file: FileFacts, call: Call, given: Given): boolean {
  if (given.size === 0) return false
  const frame = frameBefore(file, call, given)
  const around = blocksAround(file, call.block)
  if (around.some((block) => isRun(types, block, frame) === false)) return true
  const exits = file.functions[call.function]?.exits ?? []
  return exits.some((exit) => exit.span.end <= call.span.start && hasLeft(types, exit, new Set(around), frame))
}

function isRun(types: Inference, block: Block, frame: Frame): boolean | null {
  return isTaken(frame.file, block, (condition) => truthOf(evaluate(types, condition, { ...frame, at: condition.span.start })))
}

/** Every branch between the call and the exit is taken, so the exit has been, too. */
function hasLeft(types: Inference, exit: Exit, around: ReadonlySet<Block>, frame: Frame): boolean {
  const own = blocksAround(frame.file, exit.block).filter((block) => !around.has(block))
  return own.length > 0 && own.every((block) => block.kind === 'context' || isRun(types, block, frame) === true)
}
