import { isOneToOne, isUserBase, manyRelationFields, namesUserModel, relationFields } from '../../frameworks/entities.ts'
import type { Argument, Call, FileFacts } from '../../model/file-facts.ts'
import { calledName } from '../facts/called-names.ts'
import { entityOf, instanceOf } from './infer-instances.ts'
import type { Inference } from './inference.ts'
import { callSite } from '../facts/site.ts'
import { sameRef, someEntity, unknownType, type ClassRef, type EntityType, type Type } from './type.ts'
import type { Workspace } from '../files/workspace.ts'

type RelationType = Extract<Type, { kind: 'relation' }>

/** `ForeignKey(User)` in a class body. `null` for any other call. */
export function relationType(name: string, target: Type): Type | null {
  if (relationFields.has(name)) return { kind: 'relation', target, many: false }
  return manyRelationFields.has(name) ? { kind: 'relation', target, many: true } : null
}

/** What a relation's attribute gives on a row of `owner`. */
export function relatedEntity(types: Inference, field: RelationType, owner: ClassRef): Type {
  const known = targetEntity(types, field.target, owner)
  return field.many ? managerFor(types, known) : known
}

function targetEntity(types: Inference, target: Type, owner: ClassRef): EntityType {
  if (target.kind === 'literal') return typeof target.value === 'string' ? entityNamed(types, target.value, owner) : someEntity
  const entity = instanceOf(types, target)
  return entity.kind === 'entity' ? entity : someEntity
}

/** A target in quotes: `self`, a class of the same module, or one of an application's models. */
function entityNamed(types: Inference, text: string, owner: ClassRef): EntityType {
  if (text === 'self') return entityOf(owner)
  const split = text.lastIndexOf('.')
  const name = text.slice(split + 1)
  const path = split === -1 ? owner.file.path : types.modules.find(`${text.slice(0, split)}.models`, owner.file.path)
  const found = path === null ? unknownType : instanceOf(types, types.moduleMember(path, name))
  return found.kind === 'entity' ? found : { kind: 'entity', ref: null, name }
}

/** A related manager is made from the default manager of the rows it gives. */
function managerFor(types: Inference, of: EntityType): Type {
  const standard = of.ref === null ? unknownType : types.member({ kind: 'class', ref: of.ref }, 'objects')
  return { kind: 'manager', of, class: standard.kind === 'manager' ? standard.class : null }
}

/** The attribute that a relation of another entity puts on this one. `null`: no relation is known to do so. */
export function reverseRelation(types: Inference, ref: ClassRef, name: string): Type | null {
  if (name.endsWith('_set')) return { kind: 'manager', of: null, class: null }
  for (const path of pathsWithRelatedNames(types.workspace)) {
    const file = mayRelate(types.workspace, path, name) ? types.workspace.facts(path) : null
    if (file === null) continue
    for (const call of file.calls) {
      const found = reverseOf(types, file, call, ref, name)
      if (found !== null) return found
    }
  }
  return null
}

function mayRelate(workspace: Workspace, path: string, name: string): boolean {
  if (!workspace.mentions(path, name)) return false
  const text = workspace.text(path) ?? ''
  return text.includes(`"${name}"`) || text.includes(`'${name}'`)
}

function pathsWithRelatedNames(workspace: Workspace): readonly string[] {
  return workspace.mentioning('related_name').filter((path) => !/(^|\/)migrations\//.test(path))
}

const fieldNames = new Set([...relationFields, ...manyRelationFields].map((name) => name.slice(name.lastIndexOf('.') + 1)))

function reverseOf(types: Inference, file: FileFacts, call: Call, ref: ClassRef, name: string): Type | null {
  if (!fieldNames.has(calledName(file, call) ?? '')) return null
  const named = call.arguments.find((argument) => argument.name === 'related_name')?.value
  if (named?.kind !== 'literal' || named.value !== name) return null
  const owner = file.functions[call.function]?.class ?? null
  const callee = types.typeOf(call.callee, callSite(file, call))
  const to = targetArgument(call)
  if (owner === null || callee.kind !== 'external' || to === undefined) return null
  const source = { file, index: owner }
  if (!leadsTo(types, types.typeOf(to.value, callSite(file, call)), source, ref)) return null
  return isOneToOne(callee.name) ? entityOf(source) : managerFor(types, entityOf(source))
}

/** The target is the class or an ancestor of it, or the user model where the class is one. */
function leadsTo(types: Inference, target: Type, source: ClassRef, ref: ClassRef): boolean {
  const { members, externals } = types.family(ref)
  if (target.kind === 'external' && namesUserModel(target.name)) return [...externals].some(isUserBase)
  const known = targetEntity(types, target, source).ref
  return known !== null && members.some((member) => sameRef(member, known))
}

function targetArgument(call: Call): Argument | undefined {
  return call.arguments.find(({ name }) => name === 'to') ?? call.arguments.find(({ name, spread }) => name === null && spread === null)
}
