import { encryptingWords, registerFunctions, serializerSettings } from '../../frameworks/kombu.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { forEachExpression } from '../tasks/attribute-uses.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import type { Sending } from './sendings.ts'
import { callSite } from '../facts/site.ts'
import type { Task } from '../tasks/task-table.ts'
import { rawText } from '../files/text-of.ts'
import { functionOf } from '../inference/type.ts'

/** Nobody but the worker can read the message: the project's own serializer for it encrypts, as far as its code shows. */
export function isEncrypted(types: Inference, task: Task | null, sending: Sending): boolean {
  const { own, chosen } = codecsOf(types)
  if (own.size === 0) return false
  const explicit = sending.arguments.find(({ name }) => name === 'serializer')?.value ?? task?.options.all.find(({ name }) => name === 'serializer')?.value
  const choices = explicit === undefined ? chosen : [explicit]
  return choices.some((choice) => choice.kind !== 'literal' || own.has(String(choice.value)))
}

interface Codecs {
  /** Names of serializers that encrypt. */
  readonly own: ReadonlySet<string>
  /** What the project's settings choose for all tasks. */
  readonly chosen: readonly Expression[]
}

const remembered = new WeakMap<Inference, Codecs>()

function codecsOf(types: Inference): Codecs {
  let codecs = remembered.get(types)
  if (codecs === undefined) {
    const own = new Set(filesMentioning(types, ['kombu', 'register']).flatMap((file) => encryptingNames(types, file)))
    const chosen = own.size === 0 ? [] : serializerSettings.flatMap((name) => filesMentioning(types, [name]).flatMap((file) => valuesGiven(file, name)))
    codecs = { own, chosen }
    remembered.set(types, codecs)
  }
  return codecs
}

function filesMentioning({ workspace }: Inference, words: readonly string[]): readonly FileFacts[] {
  const [first = '', ...others] = words
  return workspace.mentioning(first).flatMap((path) => {
    const facts = others.every((word) => workspace.mentions(path, word)) ? workspace.facts(path) : null
    return facts === null ? [] : [facts]
  })
}

function encryptingNames(types: Inference, file: FileFacts): readonly string[] {
  return callsNamed(file, 'register').flatMap((call) => {
    const callee = types.typeOf(call.callee, callSite(file, call))
    const name = call.arguments[0]?.value
    if (callee.kind !== 'external' || !registerFunctions.has(callee.name) || name?.kind !== 'literal') return []
    return encrypts(types, file, call) ? [String(name.value)] : []
  })
}

/** By what the encoder is made of; one that is out of sight may encrypt. */
function encrypts(types: Inference, file: FileFacts, call: Call): boolean {
  const encoder = (call.arguments.find(({ name }) => name === 'encoder') ?? call.arguments[1])?.value
  const type = encoder === undefined ? null : types.typeOf(encoder, callSite(file, call))
  if (type?.kind !== 'function') return true
  return encryptingWords.test(rawText(types.workspace, type.ref.file, functionOf(type.ref).span) + rawText(types.workspace, file, call.span))
}

/** `app.conf.task_serializer = …`, `conf.update(task_serializer=…)`, `{"task_serializer": …}` */
function valuesGiven(file: FileFacts, name: string): readonly Expression[] {
  const values: Expression[] = []
  for (const { arguments: given } of file.calls) values.push(...given.filter((argument) => argument.name === name).map(({ value }) => value))
  for (const { bindings } of file.functions) {
    for (const { target, value } of bindings) if (value !== null && (target === name || target.endsWith(`.${name}`))) values.push(value)
  }
  forEachExpression(file, (expression) => {
    if (expression.kind !== 'record') return
    for (const { key, value } of expression.entries) if (key?.kind === 'literal' && key.value === name) values.push(value)
  })
  return values
}
