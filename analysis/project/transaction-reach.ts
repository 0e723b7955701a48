import { atomicCreators } from '../frameworks/django-signals.ts'
import { adminTransactionMethods, isAdminBase } from '../frameworks/django-views.ts'
import type { CallStep } from '../model/dispatch.ts'
import type { Call, FileFacts } from '../model/file-facts.ts'
import { findAtomicRequests, isView } from './atomic-requests.ts'
import type { CallGraph, CallPlace } from './call-graph.ts'
import { calledName } from './called-names.ts'
import type { Inference } from './inference.ts'
import { pendingWrite } from './sessions.ts'
import { receptionsOf, type SignalReception } from './signal-receivers.ts'
import { callSite } from './site.ts'
import { textOf } from './text-of.ts'
import { decoratingOpener, openerAround, type Opener } from './transaction-openers.ts'
import { classOf, functionOf, refKey, sameRef, type FunctionRef } from './type.ts'

/** A transaction that is open at some place, and the calls that lead there from it, outermost first. */
export interface Reach {
  readonly opener: Opener
  readonly path: readonly CallStep[]
}

const longestPath = 8
const mostReaches = 12

/** Follows the call graph backwards, from a place to the transactions it may run in. */
export class TransactionReach {
  readonly #types: Inference
  readonly #graph: CallGraph
  readonly #known = new Map<string, readonly Reach[]>()
  #atomicRequests: Opener | null | undefined

  constructor(types: Inference, graph: CallGraph) {
    this.#types = types
    this.#graph = graph
  }

  /** The transactions in which a call may run. Code that is handed on as a callback runs somewhere else: unknown. */
  around(file: FileFacts, call: Call): readonly Reach[] {
    const lexical = openerAround(this.#types, file, call) ?? pendingWrite(this.#types, file, call)
    if (lexical !== null) return [{ opener: lexical, path: [] }]
    const facts = file.functions[call.function]
    if (facts === undefined || (facts.kind !== 'function' && facts.kind !== 'method')) return []
    return this.#enteredIn({ file, index: call.function })
  }

  /** The number of places that call the function. */
  callerCount(ref: FunctionRef): number {
    return this.#graph.callersOf(ref).length
  }

  #enteredIn(ref: FunctionRef): readonly Reach[] {
    const key = refKey(ref)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, [])
    const own = decoratingOpener(this.#types, ref) ?? this.#entryOpener(ref)
    const reaches = own === null ? [...this.#fromSignals(ref), ...this.#fromCallers(ref)] : [{ opener: own, path: [] }]
    const kept = reaches.filter(({ path }) => path.length <= longestPath).slice(0, mostReaches)
    this.#known.set(key, kept)
    return kept
  }

  /** A framework calls the function inside a transaction of its own. */
  #entryOpener(ref: FunctionRef): Opener | null {
    const facts = functionOf(ref)
    if (facts.kind === 'method' && facts.class !== null && adminTransactionMethods.has(facts.name)) {
      const owner = { file: ref.file, index: facts.class }
      if ([...this.#types.family(owner).externals].some(isAdminBase)) {
        return { text: 'the admin', location: { file: ref.file.path, span: facts.nameSpan } }
      }
    }
    this.#atomicRequests ??= findAtomicRequests(this.#types, this.#graph)
    return this.#atomicRequests !== null && isView(this.#types, this.#graph, ref) ? this.#atomicRequests : null
  }

  #fromCallers(ref: FunctionRef): readonly Reach[] {
    return this.#graph.callersOf(ref).flatMap((caller) => this.#extend(caller, functionOf(ref).name))
  }

  #extend({ file, call }: CallPlace, callee: string): readonly Reach[] {
    const step: CallStep = { location: { file: file.path, span: call.span }, callee }
    return this.around(file, call).map(({ opener, path }) => ({ opener, path: [...path, step] }))
  }

  #fromSignals(ref: FunctionRef): readonly Reach[] {
    return receptionsOf(this.#types, this.#graph, ref).flatMap((reception) => {
      if (reception.isInsideTransaction) {
        return [{ opener: { text: `\`${reception.signal}\``, location: { file: reception.file.path, span: reception.span } }, path: [] }]
      }
      return this.#fromSaves(ref, reception)
    })
  }

  /** Saves of the sender that run in a transaction, the caller's or one that the manager opens itself. */
  #fromSaves(ref: FunctionRef, reception: SignalReception): readonly Reach[] {
    const { sender } = reception
    if (sender === null) return []
    const { name } = classOf(sender)
    return this.#graph.filesMentioning([name], []).flatMap((file) =>
      file.calls.flatMap((call) => {
        const method = calledName(file, call)
        if (method === null || call.callee.kind !== 'member' || !savers.has(method)) return []
        if (!this.#isRowOf(file, call, sender)) return []
        if (!atomicCreators.has(method)) return this.#extend({ file, call }, functionOf(ref).name)
        const opener: Opener = { text: textOf(this.#types.workspace, file, call.callee.span), location: { file: file.path, span: call.span } }
        return [{ opener, path: [{ location: opener.location, callee: functionOf(ref).name }] }]
      }),
    )
  }

  #isRowOf(file: FileFacts, call: Call, sender: FunctionRef): boolean {
    if (call.callee.kind !== 'member') return false
    const owner = this.#types.typeOf(call.callee.object, callSite(file, call))
    const entity = owner.kind === 'manager' || owner.kind === 'query-set' ? owner.of : owner
    return entity?.kind === 'entity' && entity.ref !== null && sameRef(entity.ref, sender)
  }
}

const savers = new Set(['save', 'create', ...atomicCreators])
