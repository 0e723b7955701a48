import { bull, bullProcess } from '../../frameworks/bull.ts'
import { bullmq, bullmqWorker } from '../../frameworks/bullmq.ts'
import { pgBoss, pgBossWork } from '../../frameworks/pg-boss.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Value } from '../../model/value.ts'
import { callsNamed } from '../facts/called-names.ts'
import { callSite, type Site } from '../facts/site.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { parameterBehind, type ParameterPart } from '../inference/parameter-parts.ts'
import { argumentFor } from '../inference/passed-arguments.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'
import { queueNameOf, queueOrigin } from '../queues/queue-origins.ts'
import { writtenOptions } from '../queues/written-options.ts'
import type { GivenOptions, Task } from './task-table.ts'

/** The work that a file gives to workers of queues: `new Worker(…)`, `queue.process(…)`, `boss.work(…)`. */
export function queueTasksIn(types: Inference, graph: CallGraph, file: FileFacts): readonly Task[] {
  return workerCalls.flatMap(({ name, framework, position }) =>
    callsNamed(file, name.slice(name.lastIndexOf('.') + 1)).flatMap((call) => {
      const site = callSite(file, call)
      const callee = types.typeOf(call.callee, site)
      const handler = call.arguments.at(position)?.value
      if (callee.kind !== 'external' || callee.name !== name || handler === undefined) return []
      const queue = name === bullProcess ? nameOfReceiver(types, call, site) : constantName(types, call.arguments[0]?.value, site)
      const made = { file, call, options: optionsOf(types, call, site) }
      const own = handlersIn(types, handler, site).map((ref) => queueTask(framework, ref, queue, made))
      return own.length > 0 ? own : handedTasks(types, graph, framework, handler, { ...made, queue })
    }),
  )
}

/** `const work = (name, processor) => new Worker(name, logged(processor))`: the work is known where that is called. */
function handedTasks(types: Inference, graph: CallGraph, framework: string, handler: Expression, made: WorkerCall & { readonly queue: Value<string> }): readonly Task[] {
  const site = callSite(made.file, made.call)
  const [source] = [handler, ...givenIn(handler, site)].flatMap((value) => wholeParameter(value, site) ?? [])
  if (source === undefined) return []
  const named = made.queue.state === 'known' ? undefined : made.call.arguments[0]?.value
  const queueSource = named === undefined ? null : wholeParameter(named, site)
  return graph.callersOf(source.ref).flatMap((caller) => {
    const at = callSite(caller.file, caller.call)
    const given = argumentFor(types, caller, source.ref, source.parameter)
    const name = queueSource === null ? null : argumentFor(types, caller, queueSource.ref, queueSource.parameter)
    const queue = name === null ? made.queue : constantName(types, name, at)
    return given === null ? [] : handlersIn(types, given, at).map((ref) => queueTask(framework, ref, queue, { ...made, ...caller }))
  })
}

function wholeParameter(value: Expression, site: Site): ParameterPart | null {
  const source = parameterBehind(value, site)
  return source === null || source.keys.length > 0 ? null : source
}

/** `position`: of the function among the arguments; negative: from the end. */
const workerCalls = [
  { name: bullmqWorker, framework: bullmq, position: 1 },
  { name: bullProcess, framework: bull, position: -1 },
  { name: pgBossWork, framework: pgBoss, position: -1 },
]

function nameOfReceiver(types: Inference, { callee }: Call, site: Site): Value<string> {
  const origin = callee.kind === 'member' ? queueOrigin(types, callee.object, site) : null
  const name = origin === null ? null : queueNameOf(types, origin)
  return name === null ? { state: 'dynamic' } : { state: 'known', value: name }
}

export function constantName(types: Inference, value: Expression | undefined, site: Site): Value<string> {
  const constant = value === undefined ? null : constantOf(types, value, site)
  return constant?.state === 'known' && typeof constant.value === 'string' ? { state: 'known', value: constant.value } : { state: 'dynamic' }
}

/** The functions that are handed to what makes the handler, as in `withLogger(sendMail)` or `sendMail.bind(this)`, else the handler. */
function handlersIn(types: Inference, value: Expression, site: Site): readonly FunctionRef[] {
  const handed = givenIn(value, site).flatMap((each) => functionIn(types, each, site))
  return handed.length > 0 ? handed : functionIn(types, value, site)
}

/** What a call is given, or the function that it binds. */
function givenIn(value: Expression, { file }: Site): readonly Expression[] {
  const call = value.kind === 'call' ? file.calls[value.call] : undefined
  if (call?.callee.kind === 'member' && call.callee.name === 'bind') return [call.callee.object]
  return call?.arguments.map((argument) => argument.value) ?? []
}

function functionIn(types: Inference, value: Expression, site: Site): readonly FunctionRef[] {
  const type = types.typeOf(value, site)
  return type.kind === 'function' ? [type.ref] : []
}

/** The options of the worker, whichever argument they are. */
function optionsOf(types: Inference, call: Call, site: Site): GivenOptions {
  const given = call.arguments.flatMap(({ value }) => (value.kind === 'record' ? [writtenOptions(types, value, site)] : []))
  const all = given.flatMap((options) => [...options.all.values()].map(({ name, nameSpan, value, site: at }) => ({ name, span: nameSpan, value, site: at, isOwn: true })))
  return { all, isComplete: given.every(({ isComplete }) => isComplete) }
}

/** Where work is given to a worker. */
interface WorkerCall {
  readonly file: FileFacts
  readonly call: Call
  readonly options: GivenOptions
}

/** @param made `null`: it is not given by a call. */
export function queueTask(framework: string, handler: FunctionRef, queue: Value<string>, made: WorkerCall | null): Task {
  const { name, nameSpan, span } = functionOf(handler)
  const isNamed = name !== '<lambda>'
  return {
    handler, owner: null, isBound: false, wrapper: null, options: made?.options ?? { all: [], isComplete: true }, bases: [], defersToCommit: false, queue,
    definition: {
      framework,
      handlerName: isNamed || queue.state !== 'known' ? name : queue.value,
      name: queue,
      file: handler.file.path,
      anchor: isNamed || made === null || made.file !== handler.file ? nameSpan : made.call.span,
      nameSpan, span,
      signature: null, options: [], strangeOptions: [], idleRetryOptions: [],
    },
  }
}
