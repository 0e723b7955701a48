import type { FileFacts } from '../../model/file-facts.ts'
import { moduleWords } from '../files/module-words.ts'
import { classOf, functionOf, type FunctionRef } from './type.ts'

/** Names of the method that runs when an instance is made. */
const constructorNames: ReadonlySet<string> = new Set(['__init__', 'constructor'])

export function isConstructor(ref: FunctionRef): boolean {
  const { kind, name } = functionOf(ref)
  return kind === 'method' && constructorNames.has(name)
}

/** The name under which a function is called or handed on; `null`: it has none. */
export function callableName(ref: FunctionRef): string | null {
  const { kind, name } = functionOf(ref)
  return kind === 'module' || kind === 'class-body' || name.startsWith('<') ? null : name
}

/** The last names of calls that may run the function. @param heirs names of the classes that inherit from its class. */
export function callingNames(ref: FunctionRef, heirs: readonly string[]): readonly string[] {
  const name = callableName(ref)
  if (name === null) return []
  const { class: owner } = functionOf(ref)
  if (isConstructor(ref) && owner !== null) return [classOf({ file: ref.file, index: owner }).name, ...heirs, name, 'super']
  return isDefaultExport(ref) ? [...new Set([name, 'default'])] : [name]
}

/**
 * What a file mentions that uses the function: one of `words` and, where there are many such files, one of `hints`.
 * @param lineage names of the function's class and of what that inherits from or fulfils. @param heirs names of what inherits from it.
 */
export function mentionsOf(ref: FunctionRef, lineage: readonly string[], heirs: readonly string[]): { readonly words: readonly string[]; readonly hints: readonly string[] } {
  const name = callableName(ref)
  if (name === null) return { words: [], hints: [] }
  const { class: owner, kind } = functionOf(ref)
  const isScript = ref.file.language === 'typescript'
  const own = [...lineage.slice(0, 1), ...heirs]
  if (isConstructor(ref)) return { words: own, hints: [] }
  const module = identifiersIn(moduleWords(ref.file.path))
  if (owner !== null) return { words: [kind === 'method' ? `.${name}` : name], hints: isScript ? [...lineage, ...heirs, ...module] : own }
  return { words: isDefaultExport(ref) ? [name, ...module.slice(-1)] : [name], hints: module }
}

/** `create-user.service` is no identifier; its longest part is. */
function identifiersIn(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => word.split(/[^A-Za-z0-9_]+/).sort((one, other) => other.length - one.length).slice(0, 1)).filter((word) => word !== '')
}

/** `export default async function createUser`: others import it under a name of their own. */
function isDefaultExport({ file, index }: FunctionRef): boolean {
  if (file.language !== 'typescript' || file.functions[index]?.parent !== 0) return false
  const { name } = functionOf({ file, index })
  return name === 'default' || defaultNames(file).has(name)
}

function defaultNames(file: FileFacts): ReadonlySet<string> {
  const bindings = file.functions[0]?.bindings ?? []
  return new Set(bindings.flatMap(({ target, value }) => (target === 'default' && value?.kind === 'name' ? [value.name] : [])))
}
