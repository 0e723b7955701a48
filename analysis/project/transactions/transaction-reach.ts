import { adminTransactionMethods, isAdminBase } from '../../frameworks/django-views.ts'
import type { CallStep } from '../../model/dispatch.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { adminOf } from './admin-registrations.ts'
import { findAtomicRequests, isView } from './atomic-requests.ts'
import { isConstructor } from '../inference/callable-names.ts'
import type { CallGraph, CallPlace } from '../inference/call-graph.ts'
import { asksForTransaction } from './asking-functions.ts'
import { CallbackRuns, type Run } from './callback-runs.ts'
import { runsAfterCommit } from './deferring-decorators.ts'
import { transactionalDecoration } from './transactional-decorators.ts'
import { wrappingOpener } from './wrapping-decorators.ts'
import { placeOfFunction, type HandedPlace } from '../inference/handed-places.ts'
import type { Frame } from './evaluate.ts'
import { givenByCall, givenByNobody, seenFrom } from './given-arguments.ts'
import { givenBySave } from './given-by-saves.ts'
import type { Inference } from '../inference/inference.ts'
import { nothingGiven, type Given } from './known-value.ts'
import { frameBefore, isRefuted } from './refuted-calls.ts'
import { adminOverSave, savesOf } from './save-reach.ts'
import { listenerOpener } from './listener-openers.ts'
import { lexicalOpener } from './lexical-opener.ts'
import { receptionsOf, sendsOf, type SignalReception } from './signal-receivers.ts'
import { decoratingOpener } from './transaction-openers.ts'
import type { Opener } from './opener.ts'
import { narrowerClass, receiverOfCall } from '../inference/receivers.ts'
import { classOf, functionOf, refKey, type ClassRef, type FunctionRef } from '../inference/type.ts'

/** A transaction that is open at some place, and the calls that lead there from it, outermost first. */
export interface Reach {
  readonly opener: Opener
  readonly path: readonly CallStep[]
  /** What the parameters of the function that is entered hold on this way. */
  readonly given: Given
  /** Some function on the path is called from elsewhere, too: of those that follow the last signal. */
  readonly isShared: boolean
}

const longestPath = 8
const mostReaches = 24

/** Follows the call graph backwards, from a place to the transactions it may run in. */
export class TransactionReach {
  readonly #types: Inference
  readonly #graph: CallGraph
  readonly #runs: CallbackRuns
  readonly #known = new Map<string, readonly Reach[]>()
  #atomicRequests: Opener | null | undefined

  constructor(types: Inference, graph: CallGraph) {
    this.#types = types
    this.#graph = graph
    this.#runs = new CallbackRuns(types, graph)
  }

  /** The transactions in which a call may run. Code that is handed on to someone unknown runs somewhere else: unknown. */
  around(file: FileFacts, call: Call): readonly Reach[] {
    return this.#around(file, call, null)
  }

  /** @param self the class of the object on which the method around the call is known to run. */
  #around(file: FileFacts, call: Call, self: ClassRef | null): readonly Reach[] {
    const lexical = lexicalOpener(this.#types, file, call)
    if (lexical !== null) return [opened(lexical)]
    const facts = file.functions[call.function]
    if (facts === undefined || facts.kind === 'module' || facts.kind === 'class-body' || asksForTransaction(file, call.function)) return []
    return this.#enteredIn({ file, index: call.function }, self).filter(({ given }) => !isRefuted(this.#types, file, call, given))
  }

  /**
   * Several places run the code around a call. What is written in place belongs to the function around it; that a signal has
   * several receivers and a receiver several signals is no sharing.
   */
  isShared(file: FileFacts, call: Call, { path }: Reach): boolean {
    let ref: FunctionRef = { file, index: call.function }
    for (let outer = inPlaceAt(ref); outer !== null; outer = inPlaceAt(ref)) ref = { file, index: outer.function }
    const isReceiver = path.at(-1)?.signal !== null
    return isReceiver ? this.#graph.callersOf(ref).length > 1 : this.#isShared(ref)
  }

  #isShared(ref: FunctionRef): boolean {
    return this.#graph.callersOf(ref).length + this.#graph.handingsOf(ref).length > 1
  }

  #enteredIn(ref: FunctionRef, self: ClassRef | null): readonly Reach[] {
    const key = self === null ? refKey(ref) : `${refKey(ref)} on ${refKey(self)}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, [])
    const decoration = transactionalDecoration(this.#types, ref)
    if (decoration === 'suspended' || runsAfterCommit(this.#types, ref)) return []
    const own = decoration === null ? this.#ownReach(ref) : opened(decoration)
    const reaches = own === null ? [...this.#fromSignals(ref), ...this.#fromCallers(ref, self), ...this.#fromHandings(ref, self)] : [own]
    const kept = reaches.filter(({ path }) => path.length <= longestPath).slice(0, mostReaches)
    this.#known.set(key, kept)
    return kept
  }

  /** The function opens a transaction around itself, or a framework calls it inside one of its own. */
  #ownReach(ref: FunctionRef): Reach | null {
    const opener =
      decoratingOpener(this.#types, ref) ?? wrappingOpener(this.#types, this.#runs, ref) ?? listenerOpener(this.#types, this.#graph, ref) ??
      this.#adminOpener(ref) ?? this.#requestOpener(ref)
    if (opener !== null) return opened(opener)
    const admin = adminOverSave(this.#types, this.#graph, ref)
    return admin === null ? null : { ...opened(admin), given: givenByNobody(ref) }
  }

  #requestOpener(ref: FunctionRef): Opener | null {
    if (this.#atomicRequests === undefined) this.#atomicRequests = findAtomicRequests(this.#types, this.#graph)
    return this.#atomicRequests !== null && isView(this.#types, this.#graph, ref) ? this.#atomicRequests : null
  }

  #adminOpener(ref: FunctionRef): Opener | null {
    const facts = functionOf(ref)
    if (facts.kind !== 'method' || facts.class === null || !adminTransactionMethods.has(facts.name)) return null
    const owner = { file: ref.file, index: facts.class }
    const isAdmin = [owner, ...this.#graph.subclassesOf(owner)].some((each) => [...this.#types.family(each).externals].some(isAdminBase))
    return isAdmin ? { text: 'the admin', location: { file: ref.file.path, span: facts.nameSpan }, isDefault: true } : null
  }

  #fromCallers(ref: FunctionRef, self: ClassRef | null): readonly Reach[] {
    if (functionOf(ref).isGenerator) return []
    const step = { callee: shownName(ref), signal: null }
    return this.#graph.callersOf(ref).flatMap((caller) => {
      if (inPlaceAt(ref) === caller.call) return this.#inPlace(ref, caller.file, caller.call, self)
      const calling = this.#callingObject(ref, self, caller)
      if (calling === 'another') return []
      const reaches = this.#extend(caller, step, calling, (frame) => givenByCall(this.#types, caller.call, ref, frame))
      return reaches.map((reach) => ({ ...reach, isShared: reach.isShared || this.#isShared(ref) }))
    })
  }

  /** The class of the object on which the calling method runs, where it is the same object; `another`: the call is never made on this one. */
  #callingObject(ref: FunctionRef, self: ClassRef | null, { file, call }: CallPlace): ClassRef | 'another' | null {
    const index = functionOf(ref).class
    const receiver = receiverOfCall(this.#types, file, call)
    if (index === null || receiver.class === null) return null
    const object = narrowerClass(this.#types, self ?? { file: ref.file, index }, receiver.class)
    if (object === null) return 'another'
    return receiver.isOwn ? object : null
  }

  #fromHandings(ref: FunctionRef, self: ClassRef | null): readonly Reach[] {
    if (functionOf(ref).isGenerator) return []
    return this.#graph.handingsOf(ref).flatMap((place) => this.#runs.of(place).flatMap((run) => this.#fromRun(ref, place, run, self)))
  }

  #fromRun(ref: FunctionRef, { file, call, position }: HandedPlace, run: Run, self: ClassRef | null): readonly Reach[] {
    if (run.kind === 'by-result') return []
    const isInPlace = inPlaceAt(ref) === call
    const step = { location: { file: file.path, span: call.arguments[position]?.span ?? call.span }, callee: shownName(ref), signal: null }
    if (run.kind === 'opened') return [{ ...opened(run.opener), path: isInPlace ? [] : [step], isShared: !isInPlace && this.#isShared(ref) }]
    if (isInPlace) return this.#inPlace(ref, file, call, self)
    return this.#around(file, call, null).map((reach) => ({ ...reach, path: [...reach.path, step], given: nothingGiven, isShared: reach.isShared || this.#isShared(ref) }))
  }

  /** A function written in place is no step on the way, and sees what the one around it was given. */
  #inPlace(ref: FunctionRef, file: FileFacts, call: Call, self: ClassRef | null): readonly Reach[] {
    return this.#around(file, call, self).map((reach) => ({ ...reach, given: seenFrom(ref, reach.given) }))
  }

  #extend({ file, call }: CallPlace, { callee, signal }: Omit<CallStep, 'location'>, self: ClassRef | null, give: (frame: Frame) => Given): readonly Reach[] {
    const step: CallStep = { location: { file: file.path, span: call.span }, callee, signal }
    return this.#around(file, call, self).map((reach) => ({ ...reach, path: [...reach.path, step], given: give(frameBefore(file, call, reach.given)), isShared: signal === null && reach.isShared }))
  }

  #fromSignals(ref: FunctionRef): readonly Reach[] {
    return receptionsOf(this.#types, this.#graph, ref).flatMap((reception) => {
      if (reception.kind === 'save') return this.#fromSaves(ref, reception)
      if (reception.kind === 'own') return sendsOf(this.#types, this.#graph, reception).flatMap((send) => this.#extend(send, { callee: functionOf(ref).name, signal: reception.signal }, null, () => nothingGiven))
      return [opened({ text: openingOf(reception.signal), location: { file: reception.file.path, span: reception.span }, isDefault: true })]
    })
  }

  /** Saves of the sender that run in a transaction: the caller's, the manager's own, or the admin's. */
  #fromSaves(ref: FunctionRef, { sender, signal }: SignalReception): readonly Reach[] {
    if (sender === null) return []
    const step = { callee: functionOf(ref).name, signal }
    const saves = savesOf(this.#types, this.#graph, sender).flatMap((save) => {
      const give = (frame: Frame): Given => givenBySave(this.#types, save.call, ref, frame)
      if (save.opener === null) return this.#extend(save, step, null, give)
      const given = give(frameBefore(save.file, save.call, nothingGiven))
      return [{ ...opened(save.opener), path: [{ ...step, location: save.opener.location }], given }]
    })
    const admin = adminOf(this.#types, this.#graph, sender)
    return admin === null ? saves : [...saves, { ...opened(admin), given: givenBySave(this.#types, null, ref, null) }]
  }
}

/** Django's own transaction around a signal, in words. */
function openingOf(signal: string): string {
  return `the ${signal === 'm2m_changed' ? 'change of relations' : 'deletion'} that sends ${signal}`
}

function opened(opener: Opener): Reach {
  return { opener, path: [], given: nothingGiven, isShared: false }
}

/** The call for which a function is written in place: it is an argument of it, or itself what is called. */
function inPlaceAt({ file, index }: FunctionRef): Call | null {
  const called = file.calls.find(({ callee }) => callee.kind === 'function' && callee.function === index)
  return placeOfFunction(file, index)?.call ?? called ?? null
}

/** The name by which a function is called: a constructor has that of its class. */
function shownName(ref: FunctionRef): string {
  const { class: owner, name } = functionOf(ref)
  return owner !== null && isConstructor(ref) ? classOf({ file: ref.file, index: owner }).name : name
}
