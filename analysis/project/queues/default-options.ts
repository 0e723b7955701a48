import { hiddenRegistrations, queueRegistrations, registeredOptions, rootRegistrations } from '../../frameworks/nest-bullmq.ts'
import { queueClasses } from '../../frameworks/queue-libraries.ts'
import type { Expression } from '../../model/expression.ts'
import { callsNamed } from '../facts/called-names.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { callSite, type Site } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue } from '../inference/written-value.ts'
import { textConstant } from './option-values.ts'
import type { QueueOrigin } from './queue-origins.ts'
import { noOptions, optionsBelow, writtenOptions, type WrittenOptions } from './written-options.ts'

const unknownOptions: WrittenOptions = { all: new Map(), isComplete: false }

/** The options of every job that is sent through a queue, before its own are put over them. */
export function defaultOptions(types: Inference, origin: QueueOrigin): WrittenOptions {
  if (origin.kind === 'injected') return injectedDefaults(types, origin.name)
  const { call, file, className } = origin
  if (call.arguments.some(({ spread }) => spread !== null)) return unknownOptions
  const places = (queueClasses.get(className) ?? []).filter(({ position }) => position !== null && position < call.arguments.length)
  const place = places.at(-1)
  const given = place === undefined || place.position === null ? undefined : call.arguments[place.position]
  return place === undefined || given === undefined ? noOptions : optionsBelow(types, given.value, place.keys, callSite(file, call))
}

/** A queue that is registered in one place: the options there, else those of the root. */
function injectedDefaults(types: Inference, name: string): WrittenOptions {
  const own = registrations(types, queueRegistrations).filter((each) => nameOfRegistration(types, each) === name)
  const [registration, ...others] = own
  if (registration === undefined || others.length > 0) return unknownOptions
  const given = registered(types, registration)
  if (!given.isComplete || given.all.size > 0) return given
  const [root, ...furtherRoots] = registrations(types, rootRegistrations)
  if (root === undefined) return noOptions
  return furtherRoots.length > 0 ? unknownOptions : registered(types, root)
}

export interface Registration {
  readonly value: Expression
  readonly site: Site
  /** What registers it, as written. */
  readonly subject: string
}

/** The arguments of the calls by which a module sets queues up. */
export function registrations(types: Inference, names: ReadonlySet<string>): readonly Registration[] {
  const methods = [...new Set([...names].map((name) => name.slice(name.lastIndexOf('.') + 1)))]
  return methods.flatMap((method) =>
    types.workspace.mentioning(`.${method}`).flatMap((path) => {
      const file = types.workspace.facts(path)
      return (file === null ? [] : callsNamed(file, method)).flatMap((call) => {
        if (file === null) return []
        const site = callSite(file, call)
        const callee = types.typeOf(call.callee, site)
        return callee.kind === 'external' && names.has(callee.name) ? call.arguments.map(({ value }) => ({ value, site, subject: textOf(types.workspace, file, call.callee.span) })) : []
      })
    }),
  )
}

/** What a registration says of the jobs' options, by whichever of its forms; what a class of its own gives is out of sight. */
export function registered(types: Inference, { value, site }: Registration): WrittenOptions {
  const whole = writtenOptions(types, value, site)
  if (hiddenRegistrations.some((name) => whole.all.has(name))) return unknownOptions
  const found = registeredOptions.map(({ keys }) => optionsBelow(types, value, keys, site))
  return found.find(({ all, isComplete }) => all.size > 0 || !isComplete) ?? noOptions
}

/** The name of the queue that is registered; `null`: it cannot be told. */
export function nameOfRegistration(types: Inference, { value, site }: Registration): string | null {
  const written = writtenValue(types, value, site)
  return written === null ? null : textConstant(types, recordEntry(written.expression, 'name'), written.site)
}
