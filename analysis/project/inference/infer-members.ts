import { isFrameworkModule } from '../../frameworks/builtins.ts'
import { canonicalName } from '../../frameworks/names.ts'
import { isEntityBase, managerNames } from '../../frameworks/entities.ts'
import { classAttribute, ownAttribute } from './class-attributes.ts'
import { recordMember } from './infer-records.ts'
import { declaredMember } from './infer-declared.ts'
import { entityAttribute } from './infer-entities.ts'
import { entityOf, externalEntity } from './infer-instances.ts'
import { definedType } from './infer-names.ts'
import { builtInMember, queryInstance, queryMember } from './infer-queries.ts'
import { activeRecordMember, repositoryMember } from './infer-repositories.ts'
import { queryAttribute } from './infer-sessions.ts'
import { classTaskMember } from './infer-tasks.ts'
import type { Inference } from './inference.ts'
import { scopeNames } from '../facts/scope.ts'
import { unknownType, type ClassRef, type Type } from './type.ts'

/** `type.name` */
export function inferMember(types: Inference, type: Type, name: string): Type {
  switch (type.kind) {
    case 'module':
      return moduleAttribute(types, type.path, name)
    case 'class':
      return classMember(types, type.ref, name)
    case 'instance':
      return instanceMember(types, type.ref, name)
    case 'super':
      return superMember(types, type.ref, name)
    case 'entity':
      return entityAttribute(types, type, name)
    case 'manager':
    case 'query-set':
      return queryMember(types, type, name)
    case 'selection':
      return { kind: 'selection-method', name, from: type }
    case 'function':
      return { kind: 'function-member', ref: type.ref, name }
    case 'signature':
      return { ...type, kind: 'signature-member', name }
    case 'record':
      return recordMember(types, type, name)
    case 'collection':
      return { kind: 'collection-method', name, item: type.item }
    case 'mapping':
      return type.isObject ? type.value : mappingMember(type.value, name)
    case 'repository':
      return repositoryMember(types, type, name)
    case 'external':
      return externalMember(types, type.name, name)
    default:
      return unknownType
  }
}

export function inferModuleMember(types: Inference, path: string, name: string): Type {
  const file = types.workspace.facts(path)
  if (file === null) return unknownType
  const site = { file, function: 0, at: Number.MAX_SAFE_INTEGER }
  const local = scopeNames(file, 0).definitions.get(name)
  if (local !== undefined) return definedType(types, name, local, site)
  for (const entry of scopeNames(file, 0).starImports) {
    const from = types.modules.find(entry.module, path)
    const found = from === null ? unknownType : types.moduleMember(from, name)
    if (found.kind !== 'unknown') return found
  }
  return submodule(types, path, name)
}

function moduleAttribute(types: Inference, path: string, name: string): Type {
  const member = types.moduleMember(path, name)
  return member.kind === 'unknown' ? submodule(types, path, name) : member
}

function submodule(types: Inference, path: string, name: string): Type {
  const found = path.endsWith('__init__.py') ? types.modules.find(`.${name}`, path) : null
  return found === null ? unknownType : { kind: 'module', path: found }
}

/** `map.get(key)`, `map.values()` */
function mappingMember(value: Type, name: string): Type {
  if (name === 'get') return { kind: 'method', returns: value }
  if (name === 'values') return { kind: 'method', returns: { kind: 'collection', item: value } }
  return name === 'entries' ? { kind: 'method', returns: { kind: 'collection', item: { kind: 'tuple', items: [unknownType, value] } } } : unknownType
}

function externalMember(types: Inference, owner: string, name: string): Type {
  if (managerNames.has(name) && isEntityBase(owner)) return { kind: 'manager', of: externalEntity(owner), class: null }
  if (name === 'user' && /(^|\.)HttpRequest\(\)$/.test(owner)) return { kind: 'entity', ref: null, name: 'User' }
  const full = canonicalName(`${owner}.${name}`)
  const isOwn = !owner.includes('(') && types.modules.hasTopLevel(owner.split('.')[0] ?? owner) && !isFrameworkModule(full)
  const path = isOwn ? types.modules.find(full, '') : null
  return path === null ? { kind: 'external', name: full } : { kind: 'module', path }
}

function classMember(types: Inference, ref: ClassRef, name: string): Type {
  const own = classAttribute(types, ref, name)
  if (own !== null) return own
  const isEntity = types.family(ref).isEntity
  if (isEntity && managerNames.has(name)) return { kind: 'manager', of: entityOf(ref), class: null }
  if (name === 'as_manager' && queryInstance(types, ref) !== null) return { kind: 'method', returns: { kind: 'manager', of: null, class: ref } }
  const reading = isEntity ? activeRecordMember(types, ref, entityOf(ref), name) : null
  return reading ?? queryAttribute(types, ref, name) ?? inherited(types, ref, name, '')
}

function instanceMember(types: Inference, ref: ClassRef, name: string): Type {
  const own = classAttribute(types, ref, name) ?? ownAttribute(types, ref, name)
  if (own !== null && own.kind !== 'unknown' && !isNothing(own)) return own
  return declaredMember(types, ref, name) ?? classTaskMember(types, ref, name) ?? own ?? inherited(types, ref, name, '()')
}

function isNothing(type: Type): boolean {
  return type.kind === 'literal' && type.value === null
}

function superMember(types: Inference, ref: ClassRef, name: string): Type {
  const own = classAttribute(types, ref, name, true)
  if (own !== null) return own
  const query = queryInstance(types, ref)
  return query === null ? (declaredMember(types, ref, name) ?? inherited(types, ref, name, '()')) : builtInMember(types, query, name)
}

function inherited(types: Inference, ref: ClassRef, name: string, call: '' | '()'): Type {
  const family = types.family(ref)
  const [external] = family.externals
  return external === undefined || family.hasUnknownBase ? unknownType : { kind: 'external', name: `${external}${call}.${name}` }
}
