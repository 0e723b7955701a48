import { canonicalName } from '../frameworks/names.ts'
import {
  bulkMethods, entityMethods, identifierNames, isEntityBase, isManagerBase, managerNames, manyRelationFields, pairMethods, querySetMethods,
  relationFields, rowMethods,
} from '../frameworks/entities.ts'
import { findMethod } from './class-family.ts'
import { instanceOf } from './infer-annotations.ts'
import { bindingType, definedType } from './infer-names.ts'
import type { Inference } from './inference.ts'
import { scopeNames } from './scope.ts'
import { classOf, functionOf, unknownType, type ClassRef, type EntityType, type FunctionRef, type Type } from './type.ts'

/** `type.name` */
export function inferMember(types: Inference, type: Type, name: string): Type {
  switch (type.kind) {
    case 'module':
      return moduleAttribute(types, type.path, name)
    case 'class':
      return classAttribute(types, type.ref, name) ?? managerOf(types, type.ref, name) ?? inherited(types, type.ref, name, '')
    case 'instance':
      return classAttribute(types, type.ref, name) ?? ownAttribute(types, type.ref, name) ?? inherited(types, type.ref, name, '()')
    case 'super':
      return superAttribute(types, type.ref, name)
    case 'entity':
      return entityAttribute(types, type, name)
    case 'manager':
      return queryMethod(type.of, name, false)
    case 'query-set':
      return queryMethod(type.of, name, type.rows)
    case 'function':
      return { kind: 'function-member', ref: type.ref, name }
    case 'signature':
      return { kind: 'signature-member', of: type.of, isGroup: type.isGroup, name }
    case 'external':
      return externalAttribute(types, type.name, name)
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
  const submodule = path.endsWith('/__init__.py') ? types.modules.find(`.${name}`, path) : null
  return submodule === null ? unknownType : { kind: 'module', path: submodule }
}

function moduleAttribute(types: Inference, path: string, name: string): Type {
  const member = types.moduleMember(path, name)
  if (member.kind !== 'unknown') return member
  const submodule = path.endsWith('__init__.py') ? types.modules.find(`.${name}`, path) : null
  return submodule === null ? unknownType : { kind: 'module', path: submodule }
}

function externalAttribute(types: Inference, owner: string, name: string): Type {
  if (managerNames.has(name) && isEntityBase(owner)) return { kind: 'manager', of: externalEntity(owner) }
  const full = canonicalName(`${owner}.${name}`)
  const path = owner.includes('(') || !types.modules.hasTopLevel(owner.split('.')[0] ?? owner) ? null : types.modules.find(full, '')
  return path === null ? { kind: 'external', name: full } : { kind: 'module', path }
}

function externalEntity(name: string): EntityType {
  return { kind: 'entity', ref: null, name: name.slice(name.lastIndexOf('.') + 1) }
}

/** A method, an inner class or a value given in the body of the class or of an ancestor in the project. */
function classAttribute(types: Inference, ref: ClassRef, name: string, skipOwn = false): Type | null {
  const family = types.family(ref)
  for (const member of skipOwn ? family.members.slice(1) : family.members) {
    const body = classOf(member).body
    const local = scopeNames(member.file, body).definitions.get(name)
    if (local === undefined) continue
    if (local.kind === 'function') return methodType(types, { file: member.file, index: local.index }, ref)
    if (local.kind === 'class') return { kind: 'class', ref: { file: member.file, index: local.index } }
    if (local.kind === 'variable') {
      const last = local.bindings.at(-1)
      return last === undefined ? null : ownedBy(types, bindingType(types, last, member.file, body), ref)
    }
  }
  return null
}

/** A manager made in a class body serves the class it is read from. */
function ownedBy(types: Inference, type: Type, ref: ClassRef): Type {
  return type.kind === 'manager' && type.of === null && types.family(ref).isEntity ? { kind: 'manager', of: entityOf(ref) } : type
}

/** A property gives its value, any other method itself. */
function methodType(types: Inference, ref: FunctionRef, receiver: ClassRef): Type {
  const isProperty = functionOf(ref).decorators.some(({ expression }) => {
    const name = expression.kind === 'name' || expression.kind === 'member' ? expression.name : ''
    return name === 'property' || name === 'cached_property'
  })
  return isProperty ? types.returned(ref) : { kind: 'function', ref, receiver }
}

/** `self.name = …` in any method; several that differ leave it unknown. */
function ownAttribute(types: Inference, ref: ClassRef, name: string): Type | null {
  for (const member of types.family(ref).members) {
    for (const index of Object.values(classOf(member).methods)) {
      const binding = member.file.functions[index]?.bindings.find(({ target }) => target === `self.${name}`)
      if (binding !== undefined) return bindingType(types, binding, member.file, index)
    }
  }
  return null
}

function inherited(types: Inference, ref: ClassRef, name: string, call: '' | '()'): Type {
  const family = types.family(ref)
  const [external] = family.externals
  return external === undefined || family.hasUnknownBase ? unknownType : { kind: 'external', name: `${external}${call}.${name}` }
}

function superAttribute(types: Inference, ref: ClassRef, name: string): Type {
  return classAttribute(types, ref, name, true) ?? inherited(types, ref, name, '()')
}

function managerOf(types: Inference, ref: ClassRef, name: string): Type | null {
  if (!managerNames.has(name) || !types.family(ref).isEntity) return null
  return { kind: 'manager', of: entityOf(ref) }
}

function entityOf(ref: ClassRef): EntityType {
  return { kind: 'entity', ref, name: classOf(ref).name }
}

function entityAttribute(types: Inference, type: EntityType, name: string): Type {
  if (identifierNames.has(name)) return { kind: 'identifier' }
  if (type.ref === null) return name.endsWith('_id') ? { kind: 'identifier' } : unknownType
  const family = types.family(type.ref)
  const method = findMethod(family, name)
  if (method !== null) return methodType(types, method, type.ref)
  const field = classAttribute(types, type.ref, name)
  if (field !== null) return fieldValue(types, field, type.ref)
  if (name.endsWith('_id')) return { kind: 'identifier' }
  return ownAttribute(types, type.ref, name) ?? unknownType
}

/** What a field of a row holds: a relation holds another row. */
function fieldValue(types: Inference, field: Type, owner: ClassRef): Type {
  if (field.kind === 'relation') return relatedEntity(types, field, owner)
  return field.kind === 'external' && field.name.endsWith('()') ? unknownType : field
}

function relatedEntity(types: Inference, field: Extract<Type, { kind: 'relation' }>, owner: ClassRef): Type {
  const target = field.target
  const entity = target.kind === 'literal' && target.value === 'self' ? entityOf(owner) : instanceOf(types, target)
  const known: EntityType = entity.kind === 'entity' ? entity : { kind: 'entity', ref: null, name: targetName(target) }
  return field.many ? { kind: 'manager', of: known } : known
}

function targetName(target: Type): string | null {
  return target.kind === 'literal' && typeof target.value === 'string' ? (target.value.split('.').at(-1) ?? null) : null
}

function queryMethod(of: EntityType | null, name: string, rows: boolean): Type {
  const known = [entityMethods, pairMethods, querySetMethods, rowMethods, bulkMethods].some((names) => names.has(name))
  return known ? { kind: 'query-method', name, of, rows } : unknownType
}

/** `ForeignKey(User)` in a class body. `null` for any other call. */
export function relationType(name: string, target: Type): Type | null {
  if (relationFields.has(name)) return { kind: 'relation', target, many: false }
  return manyRelationFields.has(name) ? { kind: 'relation', target, many: true } : null
}

/** True where a call makes a manager: `OrderQuerySet.as_manager()`, `OrderManager()`. */
export function makesManager(types: Inference, callee: Type): boolean {
  if (callee.kind === 'class') return [...types.family(callee.ref).externals].some(isManagerBase)
  if (callee.kind === 'external') return isManagerBase(callee.name) || callee.name.endsWith('.as_manager')
  return false
}
