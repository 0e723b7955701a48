import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { visitExpression } from '../facts/expression-walk.ts'
import type { Inference } from '../inference/inference.ts'
import type { Site } from '../facts/site.ts'

/** A place that takes an attribute by its name. */
export interface AttributeUse {
  readonly receiver: Expression
  readonly site: Site
  /** The call, where the attribute is a method that is called. */
  readonly call: Call | null
}

const remembered = new WeakMap<Inference, Map<string, readonly AttributeUse[]>>()

/** Every place in production code that takes the attribute `name` of something: `task.name`, `getattr(task, "name")`. */
export function attributeUses(types: Inference, name: string): readonly AttributeUse[] {
  let known = remembered.get(types)
  if (known === undefined) {
    known = new Map()
    remembered.set(types, known)
  }
  let uses = known.get(name)
  if (uses === undefined) {
    uses = filesTaking(types, name).flatMap((file) => usesIn(file, name))
    known.set(name, uses)
  }
  return uses
}

function filesTaking({ workspace }: Inference, name: string): readonly FileFacts[] {
  return workspace.mentioning(name).flatMap((path) => {
    const isTaken = workspace.mentions(path, `.${name}`) || workspace.mentions(path, 'getattr')
    const facts = isTaken ? workspace.facts(path) : null
    return facts === null ? [] : [facts]
  })
}

function usesIn(file: FileFacts, name: string): readonly AttributeUse[] {
  const uses = new Map<Expression, AttributeUse>(membersOf(file).get(name))
  for (const call of callsNamed(file, name)) {
    const use = uses.get(call.callee)
    if (use !== undefined) uses.set(call.callee, { ...use, call })
  }
  return [...uses.values(), ...taken(file, name)]
}

const members = new WeakMap<FileFacts, ReadonlyMap<string, readonly (readonly [Expression, AttributeUse])[]>>()

/** Whatever is taken from something by a dot, by name. */
function membersOf(file: FileFacts): ReadonlyMap<string, readonly (readonly [Expression, AttributeUse])[]> {
  const known = members.get(file)
  if (known !== undefined) return known
  const found = new Map<string, (readonly [Expression, AttributeUse])[]>()
  forEachExpression(file, (expression, owner) => {
    if (expression.kind !== 'member') return
    const use: AttributeUse = { receiver: expression.object, site: { file, function: owner, at: expression.span.start }, call: null }
    const named = found.get(expression.name)
    if (named === undefined) found.set(expression.name, [[expression, use]])
    else named.push([expression, use])
  })
  members.set(file, found)
  return found
}

/** `getattr(task, "name")` */
function taken(file: FileFacts, name: string): readonly AttributeUse[] {
  return callsNamed(file, 'getattr').flatMap((call) => {
    const [receiver, attribute] = call.arguments
    if (receiver === undefined || attribute?.value.kind !== 'literal' || attribute.value.value !== name) return []
    return [{ receiver: receiver.value, site: { file, function: call.function, at: call.span.start }, call: null }]
  })
}

/** Visits everything written in a file's calls, bindings, exits and headers, with the function it stands in. */
export function forEachExpression(file: FileFacts, visit: (expression: Expression, owner: number) => void): void {
  const enter = (expression: Expression | null, owner: number): void => {
    if (expression !== null) visitExpression(expression, (part) => { visit(part, owner) })
  }
  for (const { callee, arguments: given, function: owner } of file.calls) {
    enter(callee, owner)
    for (const { value } of given) enter(value, owner)
  }
  for (const [owner, { bindings, exits }] of file.functions.entries()) {
    for (const { value } of bindings) enter(value, owner)
    for (const { value } of exits) enter(value, owner)
  }
  for (const { subject, function: owner } of file.blocks) enter(subject, owner)
}
