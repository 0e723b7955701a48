import { canonicalName } from '../../frameworks/names.ts'
import { isConventionalModule } from '../../frameworks/conventions.ts'
import type { Binding, Block, FileFacts, Import } from '../../model/file-facts.ts'
import { builtinNames, isFrameworkModule } from '../../frameworks/builtins.ts'
import { scriptGlobals } from '../../frameworks/script-globals.ts'
import { loopOf, visibleBindings } from '../facts/bindings.ts'
import { commonType, elementType } from './infer-expressions.ts'
import { narrowed } from './narrowing.ts'
import { inferParameter } from './infer-parameters.ts'
import type { Inference } from './inference.ts'
import { findName, scopeNames, type LocalDefinition } from '../facts/scope.ts'
import { functionsAround, type Site } from '../facts/site.ts'
import { unknownType, type Type } from './type.ts'

export function inferName(types: Inference, name: string, site: Site): Type {
  const loop = loopOf(name, site)
  if (loop !== null) return loopVariable(types, name, loop, site)
  const local = findName(site.file, site.function, name)
  if (local !== null) {
    const type = definedType(types, name, local, site)
    return type.kind === 'unknown' ? narrowed(types, name, site) : type
  }
  const starred = starImported(types, name, site)
  if (starred.kind !== 'unknown') return starred
  return name === 'super' && site.file.language === 'typescript' ? superAt(site) : globalName(name, site.file)
}

/** What the class around the site inherits. */
export function superAt({ file, function: from }: Site): Type {
  for (let index: number | null = from; index !== null; index = file.functions[index]?.parent ?? null) {
    const owner = file.functions[index]?.class ?? null
    if (owner !== null) return { kind: 'super', ref: { file, index: owner } }
  }
  return unknownType
}

/** What a language has under a name that nothing binds. */
function globalName(name: string, { language }: FileFacts): Type {
  if (language === 'typescript') return scriptGlobals.has(name) ? { kind: 'external', name: `globalThis.${name}` } : unknownType
  return builtinNames.has(name) ? { kind: 'external', name: `builtins.${name}` } : unknownType
}

/** A name that only `from … import *` can have brought; from outside the project where there is but one such import. */
function starImported(types: Inference, name: string, site: Site): Type {
  const outside: string[] = []
  for (const entry of starImports(site)) {
    const path = projectModule(types, entry.module, site.file.path)
    const found = path === null ? unknownType : types.moduleMember(path, name)
    if (found.kind !== 'unknown') return found
    if (path === null) outside.push(entry.module)
  }
  const [only] = outside
  if (only === undefined || outside.length > 1 || only.startsWith('.') || builtinNames.has(name)) return unknownType
  return { kind: 'external', name: canonicalName(`${only}.${name}`) }
}

function starImports(site: Site): readonly Import[] {
  const files = functionsAround(site.file, site.function).map((facts) => site.file.functions.indexOf(facts))
  return files.flatMap((index) => scopeNames(site.file, index).starImports)
}

/** The value that a definition gives to a name, seen from `site`. */
export function definedType(types: Inference, name: string, local: LocalDefinition, site: Site): Type {
  switch (local.kind) {
    case 'function':
      return { kind: 'function', ref: { file: site.file, index: local.index }, receiver: null }
    case 'class':
      return { kind: 'class', ref: { file: site.file, index: local.index } }
    case 'import':
      return importedType(types, local.import, site.file)
    case 'parameter': {
      const given = inferParameter(types, local.parameter, { file: site.file, index: local.function })
      return local.rebound.length === 0 ? given : variableType(types, local.rebound, local.function, site, given)
    }
    case 'variable':
      return variableType(types, local.bindings, local.function, site)
  }
}

/** The value of a name that a loop or comprehension around the site binds. */
function loopVariable(types: Inference, name: string, block: Block, site: Site): Type {
  if (block.subject === null) return unknownType
  const element = elementType(types.typeOf(block.subject, { ...site, at: block.subject.span.start }))
  if (block.names.length === 1) return element
  return element.kind === 'tuple' && element.items.length === block.names.length ? (element.items[block.names.indexOf(name)] ?? unknownType) : unknownType
}

/** `null` where the module is not the project's own. */
function projectModule(types: Inference, module: string, fromPath: string): string | null {
  return isFrameworkModule(module) ? null : types.modules.find(module, fromPath)
}

function importedType(types: Inference, entry: Import, file: FileFacts): Type {
  if (entry.name === null) return importedModule(types, entry, file)
  const path = projectModule(types, entry.module, file.path)
  if (path !== null) return types.moduleMember(path, entry.name)
  if (file.language === 'typescript') return { kind: 'external', name: canonicalName(`${entry.module}.${entry.name}`) }
  const below = entry.module.endsWith('.') ? entry.module + entry.name : `${entry.module}.${entry.name}`
  const submodule = projectModule(types, below, file.path)
  if (submodule !== null) return { kind: 'module', path: submodule }
  if (!entry.module.startsWith('.')) return { kind: 'external', name: canonicalName(below) }
  const absolute = absoluteName(below, file.path)
  return absolute !== null && isConventionalModule(absolute) ? { kind: 'external', name: absolute } : unknownType
}

/** `..models.Order` seen from `shop/views/cart.py` is `shop.models.Order`. */
function absoluteName(relative: string, fromPath: string): string | null {
  const rest = relative.replace(/^\.+/, '')
  const folders = fromPath.split('/').slice(0, -(relative.length - rest.length))
  return relative.length - rest.length > fromPath.split('/').length ? null : [...folders, rest].join('.')
}

function importedModule(types: Inference, entry: Import, file: FileFacts): Type {
  const top = file.language === 'python' ? (entry.module.split('.')[0] ?? entry.module) : entry.module
  const bound = entry.local === top ? top : entry.module
  const path = projectModule(types, bound, file.path)
  return path === null ? { kind: 'external', name: canonicalName(bound) } : { kind: 'module', path }
}

/** @param older what the name held before all of these bindings; left out: nothing. */
function variableType(types: Inference, bindings: readonly Binding[], owner: number, site: Site, older?: Type): Type {
  const declared = site.file.language === 'typescript' ? declaredVariable(types, bindings, owner, site) : unknownType
  if (declared.kind !== 'unknown') return declared
  const visible = site.function === owner ? visibleBindings(bindings, site) : { bindings, isSettled: false }
  const given = visible.bindings.map((binding) => bindingType(types, binding, site.file, owner))
  return commonType(older === undefined || visible.isSettled ? given : [older, ...given])
}

/** What a script declares a name to be, it is wherever it is given a value. */
function declaredVariable(types: Inference, bindings: readonly Binding[], owner: number, { file }: Site): Type {
  const declaration = bindings.find(({ type, via }) => type !== null && via !== 'alias')
  if (declaration === undefined || declaration.type === null) return unknownType
  return types.annotated(declaration.type, { file, function: owner, at: declaration.span.start })
}

export function bindingType(types: Inference, binding: Binding, file: FileFacts, owner: number): Type {
  const site = { file, function: owner, at: binding.span.start }
  if (binding.via === 'alias') return binding.type === null ? unknownType : { kind: 'alias', of: types.annotated(binding.type, site) }
  if (binding.type !== null) {
    const promised = types.annotated(binding.type, site)
    if (promised.kind !== 'unknown') return promised
  }
  if (binding.via === 'exception') return { kind: 'external', name: 'builtins.Exception()' }
  if (binding.value === null) return unknownType
  const value = types.typeOf(binding.value, site)
  switch (binding.via) {
    case 'assign':
    case 'context':
      return value
    case 'element':
      return elementType(value)
    case 'unpacked':
      return value.kind === 'tuple' ? (value.items[binding.position ?? -1] ?? unknownType) : value.kind === 'collection' ? value.item : unknownType
    default:
      return unknownType
  }
}
