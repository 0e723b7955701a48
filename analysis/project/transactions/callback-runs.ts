import type { Call } from '../../model/file-facts.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { findMethod } from '../inference/class-family.ts'
import { placeOfResult, type HandedPlace } from '../inference/handed-places.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite } from '../facts/site.ts'
import { functionOf, type FunctionRef, type Type } from '../inference/type.ts'
import { asksForTransaction } from './asking-functions.ts'
import { givenByCall, seenFrom } from './given-arguments.ts'
import { nothingGiven, type Given } from './known-value.ts'
import { lexicalOpener } from './lexical-opener.ts'
import { openerAt, type Opener } from './opener.ts'
import { outsideRun } from './outside-runs.ts'
import { parameterOf, parameterUses } from './parameter-uses.ts'
import { frameBefore, isRefuted } from './refuted-calls.ts'
import { decoratingOpener } from './transaction-openers.ts'

/**
 * When a function that is handed to a call is run: in a transaction that is opened for it, while the call itself runs, or
 * when the function is called that the call returns.
 */
export type Run = { readonly kind: 'opened'; readonly opener: Opener } | { readonly kind: 'here' } | { readonly kind: 'by-result' }

const here: Run = { kind: 'here' }
const byResult: Run = { kind: 'by-result' }
const deepest = 8

/** Answers what becomes of functions that are handed over. Where nobody can tell, the answer is empty. */
export class CallbackRuns {
  readonly #types: Inference
  readonly #graph: CallGraph

  constructor(types: Inference, graph: CallGraph) {
    this.#types = types
    this.#graph = graph
  }

  /** Every way in which the function handed over at the place may be run. */
  of(place: HandedPlace): readonly Run[] {
    return this.#handedAt(place, deepest)
  }

  /** The transactions, opened by `root`, in which a call inside it runs; `here`: one that it has not opened itself. */
  within(root: FunctionRef, call: Call): readonly Run[] {
    return this.#within(root, call, nothingGiven, deepest)
  }

  /** Where the call returns a function that runs the given one, it counts what is done with that. */
  #handedAt(place: HandedPlace, left: number): readonly Run[] {
    if (left === 0) return []
    return this.#runsBy(place, left).flatMap((run) => {
      const next = run.kind === 'by-result' ? placeOfResult(place.file, place.call) : null
      return next === null ? [run] : this.#handedAt(next, left - 1)
    })
  }

  #runsBy(place: HandedPlace, left: number): readonly Run[] {
    const { file, call } = place
    const opened: Run = { kind: 'opened', opener: openerAt(this.#types, file, call.callee.span) }
    const callee = this.#types.typeOf(call.callee, callSite(file, call))
    const own = this.#functionsBehind(callee)
    if (own.length > 0) return own.flatMap((ref) => this.#inFunction(ref, place, left)).map((run) => (run.kind === 'opened' ? opened : run))
    const outside = outsideRun(place, callee)
    if (outside === null) return []
    return [outside === 'opened' ? opened : here]
  }

  #functionsBehind(callee: Type): readonly FunctionRef[] {
    if (callee.kind === 'function') return this.#graph.implementationsOf(callee.ref)
    const made = callee.kind === 'class' ? findMethod(this.#types.family(callee.ref), 'constructor') : null
    return made === null ? [] : [made]
  }

  /** What a function of the project does with the one that it is given. */
  #inFunction(ref: FunctionRef, place: HandedPlace, left: number): readonly Run[] {
    const parameter = parameterOf(ref, place)
    if (parameter === null) return []
    const given = givenByCall(this.#types, place.call, ref, frameBefore(place.file, place.call, nothingGiven))
    const uses = parameterUses(ref, parameter)
    const runs = uses.calls.flatMap((call) => this.#within(ref, call, given, left - 1))
    const reached = uses.handings.filter(({ call }) => !this.#isRefuted(ref, call, given))
    const handed = reached.map((handing) => ({ handing, runs: this.#handedAt(handing, left - 1) }))
    const passedOn = handed.flatMap((each) => this.#continued(ref, each.handing, each.runs, given, left))
    const isSure = !uses.escapes && handed.every((each) => each.runs.length > 0) && !asksForTransaction(ref.file, ref.index)
    return [...runs, ...passedOn].filter(({ kind }) => kind === 'opened' || isSure)
  }

  /** What runs while a call inside the function runs is run in what is open around that call. */
  #continued(root: FunctionRef, { call }: HandedPlace, runs: readonly Run[], given: Given, left: number): readonly Run[] {
    return runs.flatMap((run) => (run.kind === 'here' ? this.#within(root, call, given, left - 1) : run.kind === 'opened' ? [run] : []))
  }

  #isRefuted(root: FunctionRef, call: Call, given: Given): boolean {
    return isRefuted(this.#types, root.file, call, seenAt(root, call, given))
  }

  #within(root: FunctionRef, call: Call, given: Given, left: number): readonly Run[] {
    const { file } = root
    if (left <= 0 || this.#isRefuted(root, call, given)) return []
    const opener = lexicalOpener(this.#types, file, call)
    if (opener !== null) return [{ kind: 'opened', opener }]
    if (call.function === root.index) {
      const around = decoratingOpener(this.#types, root)
      return [around === null ? here : { kind: 'opened', opener: around }]
    }
    const inner = { file, index: call.function }
    const handed = this.#graph.handingsOf(inner).flatMap((handing) => this.#continued(root, handing, this.#handedAt(handing, left - 1), given, left))
    const called = this.#graph.callersOf(inner).flatMap((caller) => this.#within(root, caller.call, given, left - 1))
    return [...handed, ...called, ...(isReturnedBy(root, inner) ? [byResult] : [])]
  }
}

function isReturnedBy(root: FunctionRef, inner: FunctionRef): boolean {
  const { name } = functionOf(inner)
  return functionOf(root).exits.some(({ value }) => (value?.kind === 'function' ? value.function === inner.index : value?.kind === 'name' && value.name === name))
}

function seenAt({ file, index }: FunctionRef, call: Call, given: Given): Given {
  let seen = given
  for (let at = call.function; at !== index; at = file.functions[at]?.parent ?? index) seen = seenFrom({ file, index: at }, seen)
  return seen
}
