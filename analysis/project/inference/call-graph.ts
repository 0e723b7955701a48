import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { isProductionFile } from '../files/file-role.ts'
import { moduleWords } from '../files/module-words.ts'
import type { Inference } from './inference.ts'
import { callSite } from '../facts/site.ts'
import { classOf, functionOf, refKey, sameRef, type ClassRef, type FunctionRef, type Type } from './type.ts'

/** A call in a file. */
export interface CallPlace {
  readonly file: FileFacts
  readonly call: Call
}

/** Answers who calls a function. Only files that mention it are read. */
export class CallGraph {
  readonly #types: Inference
  readonly #callers = new Map<string, readonly CallPlace[]>()
  readonly #paths = new Map<string, readonly string[]>()
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

  /** Production files that mention every one of `words` (one at least) and, if there are any, one of `hints`. */
  filesMentioning(words: readonly string[], hints: readonly string[]): readonly FileFacts[] {
    const { workspace } = this.#types
    const [first, ...others] = words
    const paths = first === undefined ? [] : this.#pathsMentioning(first)
    return paths.flatMap((path) => {
      if (!others.every((word) => workspace.mentions(path, word))) return []
      if (hints.length > 0 && !hints.some((hint) => workspace.mentions(path, hint))) return []
      const facts = workspace.facts(path)
      return facts === null ? [] : [facts]
    })
  }

  #pathsMentioning(word: string): readonly string[] {
    let paths = this.#paths.get(word)
    if (paths === undefined) {
      const { workspace } = this.#types
      paths = workspace.paths.filter((path) => isProductionFile(path) && workspace.mentions(path, word))
      this.#paths.set(word, paths)
    }
    return paths
  }

  /** Classes of production files that inherit from `ref`. */
  subclassesOf(ref: ClassRef): readonly ClassRef[] {
    const key = refKey(ref)
    const known = this.#subclasses.get(key)
    if (known !== undefined) return known
    this.#subclasses.set(key, [])
    const found = this.#filesDerivingFrom(classOf(ref).name).flatMap((file) =>
      file.classes.flatMap((facts, index) => {
        const own = { file, index }
        if (facts.bases.length === 0 || sameRef(own, ref)) return []
        return this.#types.family(own).members.some((member) => sameRef(member, ref)) ? [own] : []
      }),
    )
    this.#subclasses.set(key, found)
    return found
  }

  #findCallers(ref: FunctionRef): readonly CallPlace[] {
    const { name } = functionOf(ref)
    const files = new Set([ref.file, ...(isLocal(ref) ? [] : [...this.#familyFiles(ref), ...this.#filesThatMayCall(ref)])])
    const callers: CallPlace[] = []
    for (const file of files) {
      for (const call of callsNamed(file, name)) {
        if (this.#reaches(file, call, ref)) callers.push({ file, call })
      }
    }
    return callers
  }

  /** Files in which some class has the name among its bases. */
  #filesDerivingFrom(name: string): readonly FileFacts[] {
    const { workspace } = this.#types
    const deriving = new RegExp(`\\bclass\\s+\\w+\\s*(?:\\[[^\\]]*\\]\\s*)?\\([^)]*\\b${name}\\b`)
    return this.#pathsMentioning(name).flatMap((path) => (deriving.test(workspace.text(path) ?? '') ? (workspace.facts(path) ?? []) : []))
  }

  #filesThatMayCall(ref: FunctionRef): readonly FileFacts[] {
    const { name, kind } = functionOf(ref)
    return this.filesMentioning([kind === 'method' && name !== '__init__' ? `.${name}` : name], this.#hintsFor(ref))
  }

  /** Words of which a file that can reach the function holds one: its class or one that inherits from it, or one of the last parts of its module's name. */
  #hintsFor(ref: FunctionRef): readonly string[] {
    const index = functionOf(ref).class
    if (index === null) return moduleWords(ref.file.path)
    const owner = { file: ref.file, index }
    return [owner, ...this.subclassesOf(owner)].map((each) => classOf(each).name)
  }

  #familyFiles(ref: FunctionRef): readonly FileFacts[] {
    const owner = functionOf(ref).class
    return owner === null ? [] : this.#types.family({ file: ref.file, index: owner }).members.map(({ file }) => file)
  }

  #reaches(file: FileFacts, call: Call, ref: FunctionRef): boolean {
    const callee = this.#types.typeOf(call.callee, callSite(file, call))
    if (callee.kind === 'class') return this.#isConstructor(callee, ref)
    if (callee.kind !== 'function') return false
    return sameRef(callee.ref, ref) || (isOnSelf(call) && this.#overrides(ref, callee.ref))
  }

  #isConstructor(callee: Extract<Type, { kind: 'class' }>, ref: FunctionRef): boolean {
    const facts = functionOf(ref)
    return facts.name === '__init__' && facts.class !== null && sameRef(callee.ref, { file: ref.file, index: facts.class })
  }

  /** `self.step()` in a base class runs the `step` of whatever class the object is. */
  #overrides(ref: FunctionRef, base: FunctionRef): boolean {
    const own = functionOf(ref).class
    const theirs = functionOf(base).class
    if (own === null || theirs === null) return false
    const family = this.#types.family({ file: ref.file, index: own })
    return family.members.some((member) => sameRef(member, { file: base.file, index: theirs }))
  }
}

/** Nobody outside of the file can call a function inside a function. */
function isLocal(ref: FunctionRef): boolean {
  const { kind, parent } = functionOf(ref)
  return kind === 'function' && parent !== 0
}

function isOnSelf(call: Call): boolean {
  return call.callee.kind === 'member' && call.callee.object.kind === 'name' && call.callee.object.name === 'self'
}
