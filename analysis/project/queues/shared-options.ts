import { bull, bullQueue } from '../../frameworks/bull.ts'
import { bullmq } from '../../frameworks/bullmq.ts'
import { queueRegistrations, rootRegistrations } from '../../frameworks/nest-bullmq.ts'
import { pgBoss, pgBossClass, pgBossQueueOptions } from '../../frameworks/pg-boss.ts'
import { queueClasses } from '../../frameworks/queue-libraries.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { callSite } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import type { Inference } from '../inference/inference.ts'
import { classOf } from '../inference/type.ts'
import { defaultOptions, nameOfRegistration, registered, registrations } from './default-options.ts'
import { textConstant } from './option-values.ts'
import { madeClass, type QueueOrigin } from './queue-origins.ts'
import { optionsBelow, type WrittenOptions } from './written-options.ts'

/** Options that hold for every job of one queue, or of all. */
export interface SharedOptions {
  readonly framework: string
  /** What sets them, as written: `new Queue`, `boss.createQueue`. */
  readonly subject: string
  readonly file: FileFacts
  readonly options: WrittenOptions
  /** The queue whose jobs they hold for; `null`: they hold for more, or it cannot be told. */
  readonly queue: QueueOrigin | { readonly kind: 'named'; readonly name: string } | null
}

/** All options in the files that are set for more than one job. */
export function sharedOptions(types: Inference, files: readonly FileFacts[]): readonly SharedOptions[] {
  return [...files.flatMap((file) => [...ofQueues(types, file), ...ofCalls(types, file)]), ...ofModules(types)]
}

/** `new Queue('mail', { defaultJobOptions: … })` */
function ofQueues(types: Inference, file: FileFacts): readonly SharedOptions[] {
  return [...queueClasses.keys()].flatMap((className) => {
    const framework = className === bullQueue ? bull : bullmq
    const made = callsOf(types, file, className).map((call) => {
      const queue: QueueOrigin = { kind: 'made', call, file, className }
      return { framework, subject: calleeText(types, file, call), file, options: defaultOptions(types, queue), queue }
    })
    const inherited = callsNamed(file, 'super').flatMap((call) => {
      const heir = heirMadeBy(types, file, call, className)
      const options = defaultOptions(types, { kind: 'made', call, file, className })
      return heir === null ? [] : [{ framework, subject: heir, file, options, queue: null }]
    })
    return [...made, ...inherited]
  })
}

/** The class of the project's own that calls `super('mail', { defaultJobOptions: … })`. */
function heirMadeBy(types: Inference, file: FileFacts, call: Call, className: string): string | null {
  const index = call.callee.kind === 'name' ? (file.functions[call.function]?.class ?? null) : null
  const isHeir = index !== null && types.family({ file, index }).externals.has(className)
  return isHeir ? classOf({ file, index }).name : null
}

/** `boss.createQueue('mail', { … })` */
function ofCalls(types: Inference, file: FileFacts): readonly SharedOptions[] {
  return [...pgBossQueueOptions].flatMap(([callee, { position, keys }]) =>
    callsOf(types, file, callee).flatMap((call) => {
      const argument = position === null ? undefined : call.arguments[position]
      if (argument === undefined) return []
      const site = callSite(file, call)
      const name = callee === pgBossClass ? null : textConstant(types, call.arguments[0]?.value ?? null, site)
      const queue = name === null ? null : ({ kind: 'named', name } as const)
      return [{ framework: pgBoss, subject: calleeText(types, file, call), file, options: optionsBelow(types, argument.value, keys, site), queue }]
    }),
  )
}

/** `BullModule.registerQueue({ name: 'mail', defaultJobOptions: … })` */
function ofModules(types: Inference): readonly SharedOptions[] {
  const of = (names: ReadonlySet<string>, isQueue: boolean): readonly SharedOptions[] =>
    registrations(types, names).map((registration) => {
      const name = isQueue ? nameOfRegistration(types, registration) : null
      const queue: QueueOrigin | null = name === null ? null : { kind: 'injected', name }
      return { framework: bullmq, subject: registration.subject, file: registration.site.file, options: registered(types, registration), queue }
    })
  return [...of(queueRegistrations, true), ...of(rootRegistrations, false)]
}

/** A class imported under a name of its own is called by that name. */
function callsOf(types: Inference, file: FileFacts, name: string): readonly Call[] {
  const local = file.imports.flatMap((entry) => (entry.name === '*' || entry.name === null ? [entry.local] : []))
  const names = new Set([name.slice(name.lastIndexOf('.') + 1), ...(name.includes('()') ? [] : ['default', ...local])])
  return [...names].flatMap((each) => callsNamed(file, each)).filter((call) => madeClass(types, file, call) === name)
}

function calleeText(types: Inference, file: FileFacts, call: Call): string {
  return textOf(types.workspace, file, call.callee.span)
}
