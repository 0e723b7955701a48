import { injectQueue } from '../../frameworks/nest-bullmq.ts'
import { queueClasses, senderClasses } from '../../frameworks/queue-libraries.ts'
import type { Expression } from '../../model/expression.ts'
import type { Binding, Call, Decorator, FileFacts } from '../../model/file-facts.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { findName } from '../facts/scope.ts'
import { callSite, dottedName, type Site } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { classOf } from '../inference/type.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'
import { textConstant } from './option-values.ts'
import { calledFunction, returnedValues } from './returned-value.ts'

/** Where a queue object, or one that sends to many queues, comes from: the call that makes it, or the name under which it is injected. */
export type QueueOrigin =
  | { readonly kind: 'made'; readonly call: Call; readonly file: FileFacts; readonly className: string }
  | { readonly kind: 'injected'; readonly name: string }

const deepest = 8

/** `null`: it may come from more than one place, or nobody can tell. */
export function queueOrigin(types: Inference, queue: Expression, site: Site, left: number = deepest): QueueOrigin | null {
  if (left === 0) return null
  const injected = queue.kind === 'name' ? injectedParameter(types, queue.name, site) : null
  if (injected !== null) return injected
  const written = writtenValue(types, queue, site)
  if (written === null) return null
  const { expression } = written
  const onward = (each: Written): QueueOrigin | null => queueOrigin(types, each.expression, each.site, left - 1)
  switch (expression.kind) {
    case 'call':
      return originOfCall(types, written, expression.call, onward)
    case 'member':
      return onlyOrigin(membersOf(types, expression.object, expression.name, written.site), onward) ?? injectedField(types, expression.object, expression.name, written.site)
    case 'operation':
      return onlyOrigin(expression.operands.filter((operand) => !isSameName(operand, queue)).map((operand) => ({ expression: operand, site: written.site })), onward)
    default:
      return null
  }
}

/** `queue ??= new Queue(…)` */
function isSameName(operand: Expression, queue: Expression): boolean {
  const name = dottedName(queue)
  return name !== null && dottedName(operand) === name
}

/** Origins that are the same place. */
export function isSameOrigin(one: QueueOrigin, other: QueueOrigin): boolean {
  if (one.kind === 'made') return other.kind === 'made' && one.call === other.call
  return other.kind === 'injected' && one.name === other.name
}

/** The name of the queue, as far as it is written down. */
export function queueNameOf(types: Inference, origin: QueueOrigin): string | null {
  if (origin.kind === 'injected') return origin.name
  if (senderClasses.has(origin.className)) return null
  const first = origin.call.arguments[0]
  return first === undefined || first.spread !== null ? null : textConstant(types, first.value, callSite(origin.file, origin.call))
}

/** `new Queue(…)`, or a function of the project that returns one. */
function originOfCall(types: Inference, { site }: Written, index: number, onward: (each: Written) => QueueOrigin | null): QueueOrigin | null {
  const call = site.file.calls[index]
  if (call === undefined) return null
  const className = madeClass(types, site.file, call)
  if (className !== null && (queueClasses.has(className) || senderClasses.has(className))) return { kind: 'made', call, file: site.file, className }
  const made = calledFunction(types, call, site.file)
  return made === null ? null : onlyOrigin(returnedValues(made), onward)
}

/** The class from outside of which a call makes an instance. */
export function madeClass(types: Inference, file: FileFacts, call: Call): string | null {
  const made = types.result(call, file)
  const isOutside = types.typeOf(call.callee, callSite(file, call)).kind === 'external'
  return isOutside && made.kind === 'external' && made.name.endsWith('()') ? made.name.slice(0, -2) : null
}

/** Where all of them lead to the same place. */
function onlyOrigin(candidates: readonly Written[], onward: (each: Written) => QueueOrigin | null): QueueOrigin | null {
  const [first, ...others] = candidates.map(onward)
  if (first === undefined || first === null) return null
  return others.every((other) => other !== null && isSameOrigin(first, other)) ? first : null
}

/** Everything that is written to be the member of a record, a class or an instance. */
function membersOf(types: Inference, object: Expression, name: string, site: Site): readonly Written[] {
  const type = types.typeOf(object, site)
  if (type.kind === 'record' && type.holds === 'values') {
    const entry = recordEntry(type.expression, name)
    return entry === null ? [] : [{ expression: entry, site: type.site }]
  }
  if (type.kind !== 'instance' && type.kind !== 'class') return []
  return fieldBindings(types, type.ref, name).flatMap(({ binding, site: at }) => (binding.value === null || isNothing(binding.value) ? [] : [{ expression: binding.value, site: at }]))
}

function isNothing(value: Expression): boolean {
  return value.kind === 'literal' && value.value === null
}

interface FieldBinding {
  readonly binding: Binding
  readonly site: Site
}

/** The places that give a field its value: in the body of the class, and in its methods. */
function fieldBindings(types: Inference, ref: Parameters<Inference['family']>[0], name: string): readonly FieldBinding[] {
  return types.family(ref).members.flatMap((member) => {
    const { body, methods } = classOf(member)
    const own = (target: string, index: number): readonly FieldBinding[] =>
      (member.file.functions[index]?.bindings ?? []).flatMap((binding) =>
        binding.target === target ? [{ binding, site: { file: member.file, function: index, at: binding.span.start } }] : [],
      )
    return [...own(name, body), ...Object.values(methods).flatMap((index) => own(`this.${name}`, index))]
  })
}

/** `constructor(@InjectQueue('mail') queue: Queue)` */
function injectedParameter(types: Inference, name: string, { file, function: owner }: Site): QueueOrigin | null {
  const found = findName(file, owner, name)
  if (found?.kind !== 'parameter') return null
  return injectedBy(types, found.parameter.decorators ?? [], { file, function: found.function, at: found.parameter.span.start })
}

/** `@InjectQueue('mail') private queue: Queue` */
function injectedField(types: Inference, object: Expression, name: string, site: Site): QueueOrigin | null {
  const type = types.typeOf(object, site)
  if (type.kind !== 'instance') return null
  const [field] = fieldBindings(types, type.ref, name)
  return field === undefined ? null : injectedBy(types, field.binding.decorators ?? [], field.site)
}

function injectedBy(types: Inference, decorators: readonly Decorator[], site: Site): QueueOrigin | null {
  for (const { expression } of decorators) {
    const call = expression.kind === 'call' ? site.file.calls[expression.call] : undefined
    const type = call === undefined ? null : types.typeOf(expression, site)
    const given = call?.arguments[0]?.value
    if (type?.kind !== 'external' || !injectQueue.has(type.name) || given === undefined) continue
    const name = textConstant(types, given, site)
    return name === null ? null : { kind: 'injected', name }
  }
  return null
}
