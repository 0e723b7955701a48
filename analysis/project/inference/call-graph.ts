import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { callSite } from '../facts/site.ts'
import { classHeaderWords } from '../files/class-headers.ts'
import { callableName, callingNames, isConstructor, mentionsOf } from './callable-names.ts'
import { findMethod } from './class-family.ts'
import { placeOfFunction, placesOfName, type HandedPlace } from './handed-places.ts'
import type { Inference } from './inference.ts'
import { keepsName } from './kept-names.ts'
import { lineageOf } from './lineage.ts'
import { isOnSelf } from './receivers.ts'
import { classOf, functionOf, refKey, sameRef, type ClassRef, type FunctionRef, type Type } from './type.ts'

/** A call in a file. */
export interface CallPlace {
  readonly file: FileFacts
  readonly call: Call
}

/** Answers who calls a function, and to whom it is handed. Only files that mention it are read. */
export class CallGraph {
  readonly #types: Inference
  readonly #callers = new Map<string, readonly CallPlace[]>()
  readonly #handings = new Map<string, readonly HandedPlace[]>()
  readonly #subclasses = new Map<string, readonly ClassRef[]>()

  constructor(types: Inference) {
    this.#types = types
  }

  callersOf(ref: FunctionRef): readonly CallPlace[] {
    const key = refKey(ref)
    const known = this.#callers.get(key)
    if (known !== undefined) return known
    const callers = this.#findCallers(ref)
    this.#callers.set(key, callers)
    return callers
  }

  /** The calls that are given the function, written in place or by name, for them to call. */
  handingsOf(ref: FunctionRef): readonly HandedPlace[] {
    const key = refKey(ref)
    const known = this.#handings.get(key)
    if (known !== undefined) return known
    const inPlace = placeOfFunction(ref.file, ref.index)
    const handings = inPlace === null ? this.#findHandings(ref) : [inPlace]
    this.#handings.set(key, handings)
    return handings
  }

  /** The methods behind one that an interface or an abstract class promises; any other function stands for itself. */
  implementationsOf(ref: FunctionRef): readonly FunctionRef[] {
    const { class: index, isDeclaration, name } = functionOf(ref)
    if (isDeclaration !== true || index === null) return [ref]
    return this.subclassesOf({ file: ref.file, index }).flatMap((heir) => {
      const own = findMethod(this.#types.family(heir), name)
      return own === null || functionOf(own).isDeclaration === true ? [] : [own]
    })
  }

  /** Production files that mention every one of `words` (one at least) and, if there are any, one of `hints`. */
  filesMentioning(words: readonly string[], hints: readonly string[]): readonly FileFacts[] {
    const { workspace } = this.#types
    const [first, ...others] = words
    const paths = first === undefined ? [] : workspace.mentioning(first)
    return paths.flatMap((path) => {
      if (!others.every((word) => workspace.mentions(path, word))) return []
      if (hints.length > 0 && !hints.some((hint) => workspace.mentions(path, hint))) return []
      const facts = workspace.facts(path)
      return facts === null ? [] : [facts]
    })
  }

  /** Classes of production files that inherit from `ref` or fulfil it. */
  subclassesOf(ref: ClassRef): readonly ClassRef[] {
    const key = refKey(ref)
    const known = this.#subclasses.get(key)
    if (known !== undefined) return known
    this.#subclasses.set(key, [])
    const found = this.#filesDerivingFrom(classOf(ref).name).flatMap((file) =>
      file.classes.flatMap((facts, index) => {
        const own = { file, index }
        if ((facts.bases.length === 0 && facts.implements === undefined) || sameRef(own, ref)) return []
        return lineageOf(this.#types, own).some((member) => sameRef(member, ref)) ? [own] : []
      }),
    )
    this.#subclasses.set(key, found)
    return found
  }

  #findCallers(ref: FunctionRef): readonly CallPlace[] {
    const names = callingNames(ref, this.#subclassNames(ref))
    const callers: CallPlace[] = []
    for (const file of this.#filesThatMayUse(ref)) {
      for (const call of names.flatMap((name) => callsNamed(file, name))) {
        if (this.#reaches(file, call, ref)) callers.push({ file, call })
      }
    }
    return [...callers, ...calledInPlace(ref)]
  }

  #findHandings(ref: FunctionRef): readonly HandedPlace[] {
    const name = callableName(ref)
    if (name === null || isConstructor(ref)) return []
    return this.#filesThatMayUse(ref).flatMap((file) =>
      placesOfName(file, name).filter(({ call, expression }) => {
        const type = this.#types.typeOf(expression, callSite(file, call))
        return type.kind === 'function' && sameRef(type.ref, ref)
      }),
    )
  }

  #subclassNames(ref: FunctionRef): readonly string[] {
    const index = functionOf(ref).class
    return index === null ? [] : this.subclassesOf({ file: ref.file, index }).map((each) => classOf(each).name)
  }

  #filesThatMayUse(ref: FunctionRef): readonly FileFacts[] {
    const { class: index } = functionOf(ref)
    if (isLocal(ref)) return [ref.file]
    const lineage = index === null ? [] : lineageOf(this.#types, { file: ref.file, index })
    const { words, hints } = mentionsOf(ref, lineage.map((each) => classOf(each).name), this.#subclassNames(ref))
    const mentioning = words.flatMap((word) => this.filesMentioning([word], this.#needsHints(ref, word) ? hints : []))
    return [...new Set([ref.file, ...lineage.map(({ file }) => file), ...mentioning])]
  }

  /** What a script gets from elsewhere may come through any number of modules, so that all files with a rare word are looked at. */
  #needsHints(ref: FunctionRef, word: string): boolean {
    return ref.file.language === 'python' || this.#types.workspace.mentioning(word).length > fewPaths
  }

  /** Files in which some class has the name among its bases. */
  #filesDerivingFrom(name: string): readonly FileFacts[] {
    const { workspace } = this.#types
    return workspace.mentioning(name).flatMap((path) => (classHeaderWords(workspace, path).has(name) ? (workspace.facts(path) ?? []) : []))
  }

  #reaches(file: FileFacts, call: Call, ref: FunctionRef): boolean {
    const callee = this.#types.typeOf(call.callee, callSite(file, call))
    if (callee.kind === 'class') return this.#isMadeBy(callee, ref)
    if (callee.kind === 'super') return this.#isMadeBy({ kind: 'class', ref: callee.ref }, ref)
    if (callee.kind !== 'function') return false
    if (sameRef(callee.ref, ref)) return true
    const isOpen = functionOf(callee.ref).isDeclaration === true || isOnSelf(file, call)
    return isOpen && functionOf(callee.ref).name === functionOf(ref).name && this.#overrides(ref, callee.ref)
  }

  /** Making an instance runs the constructor of the class, or else the one that it inherits. */
  #isMadeBy(made: Extract<Type, { kind: 'class' }>, ref: FunctionRef): boolean {
    if (!isConstructor(ref)) return false
    const run = findMethod(this.#types.family(made.ref), functionOf(ref).name)
    return run !== null && sameRef(run, ref)
  }

  /** `self.step()` in a base class runs the `step` of whatever class the object is. */
  #overrides(ref: FunctionRef, base: FunctionRef): boolean {
    const own = functionOf(ref).class
    const theirs = functionOf(base).class
    if (own === null || theirs === null) return false
    return lineageOf(this.#types, { file: ref.file, index: own }).some((member) => sameRef(member, { file: base.file, index: theirs }))
  }
}

const fewPaths = 60

/** Nobody outside of the file can call a function inside a function, unless it is handed out. */
function isLocal(ref: FunctionRef): boolean {
  const { kind, name, parent } = functionOf(ref)
  if (kind !== 'function' || parent === 0 || parent === null) return false
  return !functionOf({ file: ref.file, index: parent }).exits.some(({ value }) => value !== null && keepsName(value, name))
}

/** `(async () => { … })()` */
function calledInPlace({ file, index }: FunctionRef): readonly CallPlace[] {
  if (functionOf({ file, index }).kind !== 'lambda') return []
  return file.calls.flatMap((call) => (call.callee.kind === 'function' && call.callee.function === index ? [{ file, call }] : []))
}
