import { isAdminBase, isViewBase } from '../../frameworks/django-views.ts'
import {
  hasGetObject, hasGetQuerySet, isFormBase, isModelForm, isModelSerializer, isSerializerBase, isSingleObjectView, savedAttribute, savingMethods,
} from '../../frameworks/django-forms.ts'
import { findMethod } from './class-family.ts'
import { instanceOf } from './infer-instances.ts'
import type { Inference } from './inference.ts'
import { someEntity, unknownType, type ClassRef, type EntityType, type Type } from './type.ts'

const request: Type = { kind: 'external', name: 'django.http.HttpRequest()' }

/** A member that a form, serializer or view has from its framework, as the class declares it. `null`: none is known. */
export function declaredMember(types: Inference, ref: ClassRef, name: string): Type | null {
  const has = (test: (external: string) => boolean): boolean => [...types.family(ref).externals].some(test)
  if (has(isFormBase) || has(isSerializerBase)) {
    const isOfModel = has(isModelForm) || has(isModelSerializer)
    return savingMember(types, ref, name, isOfModel)
  }
  if (name === 'request' && (has(isViewBase) || has(isAdminBase))) return request
  if (name === 'object' && has(isSingleObjectView)) return viewEntity(types, ref)
  if (name === 'get_object' && has(hasGetObject)) return { kind: 'method', returns: viewEntity(types, ref) }
  if (name === 'get_queryset' && has(hasGetQuerySet)) return { kind: 'method', returns: querySetOf(viewEntity(types, ref)) }
  if (name === 'get_form' && has(isViewBase)) return { kind: 'method', returns: formOf(types, ref) }
  return name === 'get_serializer' && has(isViewBase) ? { kind: 'method', returns: serializerOf(types, ref) } : null
}

/** The entity that a form, serializer or generic view is about. `null`: the class is none of them. */
export function declaredEntity(types: Inference, ref: ClassRef): EntityType | null {
  const externals = [...types.family(ref).externals]
  if (externals.some((name) => isModelForm(name) || isModelSerializer(name))) return metaEntity(types, ref)
  return externals.some(hasGetQuerySet) ? viewEntity(types, ref) : null
}

function savingMember(types: Inference, ref: ClassRef, name: string, isOfModel: boolean): Type | null {
  if (name === savedAttribute && isOfModel) return metaEntity(types, ref)
  if (!savingMethods.has(name)) return null
  if (isOfModel) return { kind: 'method', returns: metaEntity(types, ref) }
  const create = name === 'save' ? findMethod(types.family(ref), 'create') : null
  return create === null ? null : { kind: 'method', returns: types.returned(create) }
}

/** `class Meta: model = Order` */
function metaEntity(types: Inference, ref: ClassRef): EntityType {
  const meta = types.member({ kind: 'class', ref }, 'Meta')
  return meta.kind === 'class' ? entityOr(types, types.member(meta, 'model')) : someEntity
}

function entityOr(types: Inference, type: Type): EntityType {
  const made = type.kind === 'class' || type.kind === 'external' ? instanceOf(types, type) : unknownType
  return made.kind === 'entity' ? made : someEntity
}

function querySetOf(of: EntityType): Type {
  return { kind: 'query-set', of, rows: false, class: null }
}

/** The entity that a generic view is about, by whichever of its attributes says so. */
function viewEntity(types: Inference, ref: ClassRef): EntityType {
  const attribute = (name: string): Type => types.member({ kind: 'class', ref }, name)
  const model = attribute('model')
  if (model.kind === 'class') return entityOr(types, model)
  for (const source of [attribute('queryset'), returnedBy(types, ref, 'get_queryset')]) {
    if ((source.kind === 'query-set' || source.kind === 'manager') && source.of !== null) return source.of
  }
  for (const name of ['form_class', 'serializer_class']) {
    const declared = attribute(name)
    if (declared.kind === 'class') return metaEntity(types, declared.ref)
  }
  return someEntity
}

function returnedBy(types: Inference, ref: ClassRef, name: string): Type {
  const method = findMethod(types.family(ref), name)
  return method === null ? unknownType : types.returned(method)
}

/** The form that a generic view hands to `form_valid`. */
export function formOf(types: Inference, ref: ClassRef): Type {
  const declared = types.member({ kind: 'class', ref }, 'form_class')
  if (declared.kind === 'class' || (declared.kind === 'external' && isFormBase(declared.name))) return instanceOf(types, declared)
  return [...types.family(ref).externals].some(isSingleObjectView) ? { kind: 'external', name: 'django.forms.ModelForm()' } : unknownType
}

/** The serializer that a view set hands to `perform_create`. */
export function serializerOf(types: Inference, ref: ClassRef): Type {
  const declared = types.member({ kind: 'class', ref }, 'serializer_class')
  return declared.kind === 'class' ? instanceOf(types, declared) : unknownType
}
