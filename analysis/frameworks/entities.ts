/** What object-relational mappers make of a class and of calls on its managers and query sets. */

const entityBases = new Set([
  'django.db.models.Model',
  'sqlalchemy.orm.DeclarativeBase',
  'sqlalchemy.orm.declarative_base()',
  'sqlalchemy.ext.declarative.declarative_base()',
  'flask_sqlalchemy.SQLAlchemy().Model',
  'sqlmodel.SQLModel',
])

/** True for a base class outside the project that makes a class an entity: Django's own, and any from a `models` module. */
export function isEntityBase(name: string): boolean {
  return entityBases.has(name) || (/(^|\.)models\.[A-Z]\w*$/.test(name) && !/(Manager|QuerySet|Choices|Mixin|Enum)$/.test(name))
}

export function isManagerBase(name: string): boolean {
  return /(^|\.)\w*(Manager|QuerySet)(\(\))?$/.test(name) || name.endsWith('.from_queryset()')
}

/** Attributes of an entity class that give access to its rows. */
export const managerNames: ReadonlySet<string> = new Set(['objects', '_default_manager', '_base_manager'])

export const entityMethods: ReadonlySet<string> = new Set([
  'get', 'first', 'last', 'latest', 'earliest', 'create', 'aget', 'afirst', 'alast', 'alatest', 'aearliest', 'acreate',
  'one', 'one_or_none', 'scalar_one', 'scalar_one_or_none', 'get_or_404', 'first_or_404',
])

/** Methods that return the entity and whether it was made. */
export const pairMethods: ReadonlySet<string> = new Set(['get_or_create', 'update_or_create', 'aget_or_create', 'aupdate_or_create'])

export const querySetMethods: ReadonlySet<string> = new Set([
  'all', 'filter', 'exclude', 'order_by', 'select_related', 'prefetch_related', 'annotate', 'distinct', 'using', 'reverse',
  'select_for_update', 'only', 'defer', 'none', 'union', 'intersection', 'difference', 'alias', 'extra', 'iterator', 'aiterator',
  'get_queryset', 'complex_filter', 'raw',
])

/** Methods whose rows are plain values; the query set itself is still lazy. */
export const rowMethods: ReadonlySet<string> = new Set(['values', 'values_list', 'dates', 'datetimes'])

export const bulkMethods: ReadonlySet<string> = new Set(['bulk_create', 'abulk_create'])

export const identifierNames: ReadonlySet<string> = new Set(['pk', 'id', 'uuid', 'slug'])

/** Functions that return one entity of the class (or query set) given first. */
export const entityFunctions: ReadonlySet<string> = new Set([
  'django.shortcuts.get_object_or_404', 'django.shortcuts.aget_object_or_404', 'rest_framework.generics.get_object_or_404',
])

export const relationFields: ReadonlySet<string> = new Set(['django.db.models.ForeignKey', 'django.db.models.OneToOneField'])

export const manyRelationFields: ReadonlySet<string> = new Set(['django.db.models.ManyToManyField'])
