import { isTransactionDecorator, opensTransaction } from '../../frameworks/transactions.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call, Decorator, FileFacts } from '../../model/file-facts.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import type { Inference } from '../inference/inference.ts'
import { blocksAround, callSite, functionsAround, type Site } from '../facts/site.ts'
import { rawText } from '../files/text-of.ts'
import { openerAt, type Opener } from './opener.ts'
import { classOf, functionOf, type FunctionRef } from '../inference/type.ts'

/** The transaction whose block a call is written in. */
export function openerAround(types: Inference, file: FileFacts, call: Call): Opener | null {
  for (const block of blocksAround(file, call.block)) {
    if (block.kind !== 'context' || block.subject === null) continue
    const site = { file, function: block.function, at: block.subject.span.start }
    if (isOpener(types, block.subject, site)) return { ...openerAt(types, file, block.subject.span), isDefault: isOnDefault(types, block.subject, site) }
  }
  return null
}

/** True for a context manager under which a transaction is open. */
function isOpener(types: Inference, subject: Expression, site: Site): boolean {
  const type = types.typeOf(subject, site)
  if (type.kind === 'external') return opensTransaction(type.name) && isOnKnownDatabase(subject, site)
  if (type.kind === 'instance') return [...types.family(type.ref).externals].some(opensTransaction)
  const call = subject.kind === 'call' ? site.file.calls[subject.call] : undefined
  if (call === undefined) return false
  const callee = types.typeOf(call.callee, site)
  return callee.kind === 'function' && isContextManagerAround(types, callee.ref)
}

/** Which rows `atomic(using=alias)` is about cannot be told where the alias is not written down: it may be a replica. */
function isOnKnownDatabase(subject: Expression, { file }: Site): boolean {
  const using = usingOf(subject, file)
  return using === null || using.kind === 'literal'
}

function isOnDefault(types: Inference, subject: Expression, site: Site): boolean {
  const type = types.typeOf(subject, site)
  const using = usingOf(subject, site.file)
  const isDjango = type.kind !== 'external' || type.name.startsWith('django.')
  return isDjango && (using === null || (using.kind === 'literal' && using.value === 'default'))
}

function usingOf(subject: Expression, file: FileFacts): Expression | null {
  const call = subject.kind === 'call' ? file.calls[subject.call] : undefined
  return call?.arguments.find(({ name }) => name === 'using' || name === null)?.value ?? null
}

/** `@contextmanager def traced(): with atomic(): yield`, used by `with traced():` or, called, as a decorator. */
function isContextManagerAround(types: Inference, ref: FunctionRef): boolean {
  const decorated = functionOf(ref).decorators.some((decorator) => {
    const { callee } = decoratorCallee(types, ref, decorator)
    return callee.kind === 'external' && /^contextlib\.(async)?contextmanager$/.test(callee.name)
  })
  return decorated && yieldsInside(types, ref.file, ref.index)
}

/** The body of the `with` statement that uses it runs where the generator yields. */
function yieldsInside(types: Inference, file: FileFacts, index: number): boolean {
  return file.blocks.some(
    (block) =>
      block.function === index && block.kind === 'context' && block.subject !== null &&
      /\byield\b/.test(rawText(types.workspace, file, block.span)) &&
      isOpener(types, block.subject, { file, function: index, at: block.subject.span.start }),
  )
}

/** The decorator, of the function or of its class, under which the whole function runs in a transaction. */
export function decoratingOpener(types: Inference, ref: FunctionRef): Opener | null {
  const facts = functionOf(ref)
  for (const decorator of facts.decorators) {
    if (isOpeningDecorator(types, ref, decorator)) return { ...openerAt(types, ref.file, decorator.span), isDefault: true }
  }
  if (facts.class === null) return null
  const owner = classOf({ file: ref.file, index: facts.class })
  const found = owner.decorators.find((decorator) => wrapsMethod(types, ref, decorator, facts.name))
  return found === undefined ? null : { ...openerAt(types, ref.file, found.span), isDefault: true }
}

function isOpeningDecorator(types: Inference, ref: FunctionRef, decorator: Decorator): boolean {
  const { call, callee } = decoratorCallee(types, ref, decorator)
  if (callee.kind === 'function') return isDecoratorAround(types, callee.ref) || (call !== null && isContextManagerAround(types, callee.ref))
  if (callee.kind === 'class') return types.family(callee.ref).externals.has('django.db.transaction.atomic')
  if (callee.kind !== 'external') return false
  return isTransactionDecorator(callee.name) || (callee.name === methodDecorator && call !== null && givesOpener(types, ref.file, call))
}

const methodDecorator = 'django.utils.decorators.method_decorator'

function givesOpener(types: Inference, file: FileFacts, call: Call): boolean {
  const given = call.arguments[0] === undefined ? null : types.typeOf(call.arguments[0].value, callSite(file, call))
  return given?.kind === 'external' && isTransactionDecorator(given.name)
}

/** `@method_decorator(transaction.atomic, name="dispatch")` above a class; `dispatch` runs every handler. */
function wrapsMethod(types: Inference, ref: FunctionRef, decorator: Decorator, method: string): boolean {
  const { call, callee } = decoratorCallee(types, ref, decorator)
  if (callee.kind !== 'external' || callee.name !== methodDecorator || call === null || !givesOpener(types, ref.file, call)) return false
  const named = call.arguments.find(({ name }) => name === 'name')?.value
  return named?.kind === 'literal' && (named.value === 'dispatch' || named.value === method)
}

/** A decorator of the project whose inner function calls the decorated one inside a transaction. */
function isDecoratorAround(types: Inference, ref: FunctionRef): boolean {
  const outer = functionOf(ref)
  const given = new Set(outer.parameters.map(({ name }) => name))
  return ref.file.calls.some((call) => {
    if (call.callee.kind !== 'name' || !functionsAround(ref.file, call.function).slice(1).includes(outer)) return false
    return isGiven(ref, call, given) && openerAround(types, ref.file, call) !== null
  })
}

/** The called name is a parameter of the decorator, or of the function between (`def decorator(function):`). */
function isGiven(ref: FunctionRef, call: Call, given: ReadonlySet<string>): boolean {
  const name = call.callee.kind === 'name' ? call.callee.name : ''
  const between = functionsAround(ref.file, call.function).slice(1)
  return given.has(name) || between.some((facts) => facts.kind === 'function' && facts.parameters.some((parameter) => parameter.name === name))
}
