import { canonicalName } from '../frameworks/names.ts'
import type { Binding, FileFacts, Import } from '../model/file-facts.ts'
import { builtinNames, isFrameworkModule } from '../frameworks/builtins.ts'
import { commonType, elementType } from './infer-expressions.ts'
import { inferParameter } from './infer-parameters.ts'
import type { Inference } from './inference.ts'
import { findName, scopeNames, type LocalDefinition } from './scope.ts'
import { blocksAround, functionsAround, innermostBlock, type Site } from './site.ts'
import { unknownType, type Type } from './type.ts'

export function inferName(types: Inference, name: string, site: Site): Type {
  const loop = comprehensionVariable(types, name, site)
  if (loop !== null) return loop
  const local = findName(site.file, site.function, name)
  if (local !== null) return definedType(types, name, local, site)
  for (const entry of starImports(site)) {
    const path = projectModule(types, entry.module, site.file.path)
    const found = path === null ? unknownType : types.moduleMember(path, name)
    if (found.kind !== 'unknown') return found
  }
  return builtinNames.has(name) ? { kind: 'external', name: `builtins.${name}` } : unknownType
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
      const rebound = local.rebound.filter((binding) => isBoundBefore(binding, site.at))
      if (local.function === site.function && rebound.length > 0) return variableType(types, rebound, local.function, site)
      return inferParameter(types, local.parameter, { file: site.file, index: local.function })
    }
    case 'variable':
      return variableType(types, local.bindings, local.function, site)
  }
}

const namesOfLoops = new WeakMap<FileFacts, ReadonlySet<string>>()

/** Every name that some loop or comprehension of the file binds. */
function loopNames(file: FileFacts): ReadonlySet<string> {
  let names = namesOfLoops.get(file)
  if (names === undefined) {
    names = new Set(file.blocks.flatMap((block) => (block.form === 'for' ? block.names : [])))
    namesOfLoops.set(file, names)
  }
  return names
}

function comprehensionVariable(types: Inference, name: string, site: Site): Type | null {
  if (!loopNames(site.file).has(name)) return null
  for (const block of blocksAround(site.file, innermostBlock(site))) {
    if (block.form !== 'for' || !block.names.includes(name) || block.subject === null) continue
    if (block.names.length > 1) return unknownType
    return elementType(types.typeOf(block.subject, { ...site, at: block.subject.span.start }))
  }
  return null
}

/** `null` where the module is not the project's own. */
function projectModule(types: Inference, module: string, fromPath: string): string | null {
  return isFrameworkModule(module) ? null : types.modules.find(module, fromPath)
}

function importedType(types: Inference, entry: Import, file: FileFacts): Type {
  if (entry.name === null) return importedModule(types, entry, file)
  const path = projectModule(types, entry.module, file.path)
  if (path !== null) return types.moduleMember(path, entry.name)
  const below = entry.module.endsWith('.') ? entry.module + entry.name : `${entry.module}.${entry.name}`
  const submodule = projectModule(types, below, file.path)
  if (submodule !== null) return { kind: 'module', path: submodule }
  return entry.module.startsWith('.') ? unknownType : { kind: 'external', name: canonicalName(`${entry.module}.${entry.name}`) }
}

function importedModule(types: Inference, entry: Import, file: FileFacts): Type {
  const top = entry.module.split('.')[0] ?? entry.module
  const bound = entry.local === top ? top : entry.module
  const path = projectModule(types, bound, file.path)
  return path === null ? { kind: 'external', name: canonicalName(bound) } : { kind: 'module', path }
}

/** Of several bindings, the last one that must have run before the site counts, with those after it that may have. */
export function variableType(types: Inference, bindings: readonly Binding[], owner: number, site: Site): Type {
  const from = site.function === owner ? visibleBindings(bindings, site) : bindings
  return commonType(from.map((binding) => bindingType(types, binding, site.file, owner)))
}

function visibleBindings(bindings: readonly Binding[], site: Site): readonly Binding[] {
  const before = bindings.filter((binding) => isBoundBefore(binding, site.at))
  const around = new Set(blocksAround(site.file, innermostBlock(site)))
  const settled = before.findLastIndex((binding) => {
    const block = binding.block === null ? null : site.file.blocks[binding.block]
    return block === null || block === undefined || around.has(block)
  })
  return before.slice(Math.max(settled, 0))
}

function isBoundBefore(binding: Binding, at: number): boolean {
  const value = binding.value?.span
  return binding.targetSpan.end <= at && !(value !== undefined && value.start <= at && at < value.end)
}

export function bindingType(types: Inference, binding: Binding, file: FileFacts, owner: number): Type {
  const site = { file, function: owner, at: binding.span.start }
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
      return value.kind === 'tuple' ? (value.items[binding.position ?? -1] ?? unknownType) : unknownType
    default:
      return unknownType
  }
}
