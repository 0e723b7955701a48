import { taskDecorators } from '../../frameworks/celery.ts'
import type { Expression } from '../../model/expression.ts'
import type { Argument, Call } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { Inference } from '../inference/inference.ts'
import { keywordSpan } from '../facts/keyword-span.ts'
import { callSite, type Site } from '../facts/site.ts'
import type { Decoration, GivenOption, GivenOptions } from './task-table.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'
import { writtenValue } from '../inference/written-value.ts'

/** What a task is made with, also by a wrapper of the project. */
export function givenOptions(types: Inference, ref: FunctionRef, decoration: Decoration): GivenOptions {
  const site: Site = { file: ref.file, function: functionOf(ref).parent ?? 0, at: decoration.decorator.span.start }
  const written = optionsIn(types, decoration.call?.arguments ?? [], site, true)
  const prepared = preparedOptions(types, decoration.call?.callee ?? decoration.decorator.expression, site)
  const own = { all: [...written.all, ...prepared.all], isComplete: written.isComplete && prepared.isComplete }
  if (decoration.wrapper === null) return own
  const added = addedBy(types, decoration.wrapper)
  return { all: [...own.all, ...added.all], isComplete: own.isComplete && added.isComplete }
}

/** `task = partial(shared_task, autoretry_for=…)` */
function preparedOptions(types: Inference, decorator: Expression, from: Site): GivenOptions {
  const written = writtenValue(types, decorator, from)
  const call = written?.expression.kind === 'call' && written.expression !== decorator ? written.site.file.calls[written.expression.call] : undefined
  return written === null || call === undefined ? { all: [], isComplete: true } : optionsIn(types, call.arguments.slice(1), written.site, false)
}

function optionsIn(types: Inference, given: readonly Argument[], site: Site, isOwn: boolean): GivenOptions {
  const all: GivenOption[] = []
  let isComplete = true
  for (const argument of given) {
    if (argument.name !== null) all.push({ name: argument.name, span: keywordSpan(argument), value: argument.value, site, isOwn })
    if (argument.spread === null) continue
    const spread = argument.spread === 'keyword' ? optionsInRecord(types, argument, site) : null
    if (spread === null) isComplete = false
    else all.push(...spread)
  }
  return { all, isComplete }
}

/** `**PATIENT`, where the name stands for one record with plain keys. */
function optionsInRecord(types: Inference, { value, span }: Argument, from: Site): readonly GivenOption[] | null {
  const written = writtenValue(types, value, from)
  if (written?.expression.kind === 'call') return optionsInMadeRecord(written.site.file.calls[written.expression.call], span, written.site)
  if (written?.expression.kind !== 'record') return null
  const options: GivenOption[] = []
  for (const { key, value: entry } of written.expression.entries) {
    if (key?.kind !== 'literal' || typeof key.value !== 'string') return null
    options.push({ name: key.value, span, value: entry, site: written.site, isOwn: false })
  }
  return options
}

/** `dict(max_retries=None)` */
function optionsInMadeRecord(call: Call | undefined, span: Span, site: Site): readonly GivenOption[] | null {
  if (call?.callee.kind !== 'name' || call.callee.name !== 'dict') return null
  const options = call.arguments.map(({ name, value }) => (name === null ? null : { name, span, value, site, isOwn: false }))
  return options.every((option) => option !== null) ? options : null
}

const hidden: GivenOptions = { all: [], isComplete: false }

/**
 * The options in `return shared_task(*args, base=…, **kwargs)`, or in a function inside that returns
 * `shared_task(**kwargs)(function)`, where the wrapper does nothing else.
 */
function addedBy(types: Inference, wrapper: FunctionRef): GivenOptions {
  const call = onlyReturn(wrapper) ?? onlyDecoration(wrapper)
  if (call === null) return hidden
  const site = callSite(wrapper.file, call)
  const callee = types.typeOf(call.callee, site)
  const { parameters } = functionOf(wrapper)
  const passed = new Set(parameters.filter(({ kind }) => kind === 'variadic' || kind === 'keyword-variadic').map(({ name }) => name))
  const handedOn = call.arguments.filter(({ spread, value }) => spread !== null && value.kind === 'name' && passed.has(value.name))
  const isPlain = callee.kind === 'external' && taskDecorators.has(callee.name) && handedOn.length === parameters.length
  return isPlain ? optionsIn(types, call.arguments.filter((argument) => !handedOn.includes(argument)), site, false) : hidden
}

/** The call that a function returns, if it does nothing else. */
function onlyReturn({ file, index }: FunctionRef): Call | null {
  const { bindings, exits } = functionOf({ file, index })
  const [exit, ...others] = exits
  const call = exit?.value?.kind === 'call' ? file.calls[exit.value.call] : undefined
  if (call === undefined || others.length > 0 || bindings.length > 0) return null
  const isAlone = file.calls.every(({ function: owner, span }) => owner !== index || (span.start >= call.span.start && span.end <= call.span.end))
  return isAlone && file.functions.every(({ parent }) => parent !== index) ? call : null
}

/** `shared_task(…)` in `def decorate(function): return shared_task(…)(function)`, if the wrapper returns `decorate` and does nothing else. */
function onlyDecoration({ file, index }: FunctionRef): Call | null {
  const inside = file.functions.flatMap(({ parent }, at) => (parent === index ? [at] : []))
  const [inner] = inside
  const { bindings, exits } = functionOf({ file, index })
  const [exit, ...others] = exits
  if (inner === undefined || inside.length > 1 || others.length > 0 || bindings.length > 0 || file.calls.some(({ function: owner }) => owner === index)) return null
  const { name, parameters } = functionOf({ file, index: inner })
  if (exit?.value?.kind !== 'name' || exit.value.name !== name) return null
  const made = onlyReturn({ file, index: inner })
  const [given, ...rest] = made?.arguments ?? []
  const isPassedOn = rest.length === 0 && given?.value.kind === 'name' && given.value.name === parameters[0]?.name
  return isPassedOn && made?.callee.kind === 'call' ? (file.calls[made.callee.call] ?? null) : null
}
