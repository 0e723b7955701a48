import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { calledName } from '../facts/called-names.ts'
import { forEachExpression } from '../tasks/attribute-uses.ts'
import { visitExpression } from '../facts/expression-walk.ts'
import { inSnakeCase } from '../facts/snake-case.ts'

const comparisons: ReadonlySet<string> = new Set(['<', '>', '<=', '>=', '==', '!=', '===', '!=='])
const clocks: ReadonlySet<string> = new Set(['now', 'utcnow', 'localtime', 'localdate', 'today', 'time', 'monotonic', 'perf_counter', 'getTime'])
const limitNames = /(^|_)(retries|attempts?|tries|deadline|expires?|expired|expiry|elapsed|give_up|giveup|too_late|too_old|exhausted|limit|age)(_|$)/i

function namesLimit(name: string): boolean {
  return limitNames.test(inSnakeCase(name))
}

/** Something in the region compares how often or how long it was tried, or asks for a limit by name. */
export function isLimitedByHand(file: FileFacts, region: Span): boolean {
  const timed = namesFromClocks(file, region)
  const compared: Expression[] = []
  forEachExpression(file, (expression) => {
    if (expression.kind === 'operation' && comparisons.has(expression.operator) && isWithin(expression.span, region)) compared.push(...expression.operands)
  })
  if (compared.some((operand) => saysHowLong(file, operand, timed))) return true
  return file.blocks.some(({ kind, subject, span }) => kind === 'branch' && subject !== null && isWithin(span, region) && asksForLimit(file, subject))
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** Names that hold a time or a count: `age = timezone.now() - order.created`. */
function namesFromClocks(file: FileFacts, region: Span): ReadonlySet<string> {
  const names = file.functions.flatMap(({ bindings }) =>
    bindings.filter(({ span, value }) => isWithin(span, region) && value !== null && saysHowLong(file, value, new Set())).map(({ target }) => target),
  )
  return new Set(names)
}

function saysHowLong(file: FileFacts, operand: Expression, timed: ReadonlySet<string>): boolean {
  let found = false
  visitExpression(operand, (part) => {
    if (part.kind === 'name') found ||= timed.has(part.name) || namesLimit(part.name)
    if (part.kind === 'member') found ||= namesLimit(part.name)
    if (part.kind === 'call') found ||= readsClock(file, file.calls[part.call])
  })
  return found
}

function readsClock(file: FileFacts, call: Call | undefined): boolean {
  return call !== undefined && clocks.has(calledName(file, call) ?? '')
}

/** `if delivery.is_expired():`, `if give_up:` */
function asksForLimit(file: FileFacts, condition: Expression): boolean {
  let found = false
  visitExpression(condition, (part) => {
    if (part.kind === 'name' || part.kind === 'member') found ||= namesLimit(part.name)
    const call = part.kind === 'call' ? file.calls[part.call] : undefined
    if (call !== undefined) found ||= namesLimit(calledName(file, call) ?? '')
  })
  return found
}
