/** What object-relational mappers make of a class and of its fields. SQLAlchemy's statements: sqlalchemy.ts. */

const entityBases = new Set([
  'django.db.models.Model',
  'django.contrib.gis.db.models.Model',
  'django.contrib.auth.base_user.AbstractBaseUser',
  'sqlalchemy.orm.DeclarativeBase',
  'sqlalchemy.orm.declarative_base()',
  'sqlalchemy.ext.declarative.declarative_base()',
  'flask_sqlalchemy.SQLAlchemy().Model',
  'mongoengine.Document',
  'mongoengine.DynamicDocument',
  'peewee.Model',
])

/** `import Order from shop.models`: by convention, a class of a module called `models` is an entity. */
const fromModels = /(^|\.)(abstract_)?models(\.\w+)*\.[A-Z]\w*$/

/** What lies in such modules beside entities. */
const besideEntities = /(Field|Key|Manager|QuerySet|Choices|Mixin|Enum|Rel|Index|Constraint|Lookup|Error|Exception|Schema|Config)$/

/** Packages whose `models` modules hold something else: Django's field library, clients of services, neural networks. */
const otherModels =
  /^(django\.db|django\.contrib\.gis\.db|keras|tensorflow|torch\w*|transformers|gensim|sentence_transformers|requests|httpx|botocore|stripe|openai|anthropic|pydantic|docker|kubernetes|qdrant_client|azure|google|slack_sdk|telegram|jira|gitlab|github)\./

/** True for a base class outside the project that makes a class an entity. */
export function isEntityBase(name: string): boolean {
  return entityBases.has(name) || (fromModels.test(name) && !besideEntities.test(name) && !otherModels.test(name))
}

/** True for a class outside the project whose instances are entities whatever is done with it. */
export function isEntityClass(name: string): boolean {
  return /^(django\.contrib|django_celery_beat|django_celery_results|rest_framework\.authtoken)\./.test(name) && isEntityBase(name)
}

/** A base that needs `table=True` in the class's header to become an entity. */
export const optionalEntityBase = 'sqlmodel.SQLModel'

/** Classes (and instances, spelled with `()`) that hand out an entity class's rows. */
export function isManagerBase(name: string): boolean {
  return /(^|\.)(models|managers?|query|querysets?|db|auth|base_user)\.\w*Manager(\(\))?$/.test(name) && !/^multiprocessing\b|Taggable/.test(name)
}

export function isQuerySetBase(name: string): boolean {
  return /(^|\.)\w*QuerySet(\(\))?$/.test(name)
}

/** Attributes of an entity class that give access to its rows. */
export const managerNames: ReadonlySet<string> = new Set(['objects', '_default_manager', '_base_manager'])

/** Methods of managers and query sets that return one entity. */
export const entityMethods: ReadonlySet<string> = new Set([
  'get', 'first', 'last', 'latest', 'earliest', 'create', 'aget', 'afirst', 'alast', 'alatest', 'aearliest', 'acreate', 'create_user',
  'create_superuser', 'acreate_user', 'acreate_superuser', 'get_by_natural_key', 'aget_by_natural_key',
])

/** Methods that return the entity and whether it was made. */
export const pairMethods: ReadonlySet<string> = new Set(['get_or_create', 'update_or_create', 'aget_or_create', 'aupdate_or_create'])

export const querySetMethods: ReadonlySet<string> = new Set([
  'all', 'filter', 'exclude', 'order_by', 'select_related', 'prefetch_related', 'annotate', 'distinct', 'using', 'reverse',
  'select_for_update', 'only', 'defer', 'none', 'union', 'intersection', 'difference', 'alias', 'extra', 'get_queryset', 'complex_filter', 'raw',
])

/** Methods whose rows are plain values; the query set itself is still lazy. */
export const rowMethods: ReadonlySet<string> = new Set(['values', 'values_list', 'dates', 'datetimes'])

/** Methods that give the entities one by one or in a list, no longer as a query set. */
export const listMethods: ReadonlySet<string> = new Set(['iterator', 'aiterator', 'bulk_create', 'abulk_create'])

export const identifierNames: ReadonlySet<string> = new Set(['pk', 'id', 'uuid', 'slug'])

/** Functions that return one entity of the class (or query set) given first. */
export const entityFunctions: ReadonlySet<string> = new Set([
  'django.shortcuts.get_object_or_404', 'django.shortcuts.aget_object_or_404', 'rest_framework.generics.get_object_or_404',
])

/** Functions that return a list of them. */
export const entityListFunctions: ReadonlySet<string> = new Set(['django.shortcuts.get_list_or_404', 'django.shortcuts.aget_list_or_404'])

export const relationFields: ReadonlySet<string> = new Set([
  'django.db.models.ForeignKey', 'django.db.models.OneToOneField', 'modelcluster.fields.ParentalKey', 'mptt.fields.TreeForeignKey',
  'mptt.models.TreeForeignKey', 'mptt.fields.TreeOneToOneField',
])

export const manyRelationFields: ReadonlySet<string> = new Set([
  'django.db.models.ManyToManyField', 'modelcluster.fields.ParentalManyToManyField', 'mptt.fields.TreeManyToManyField',
])

/** Relations that lead back to one row, not to many. */
export function isOneToOne(field: string): boolean {
  return field.endsWith('OneToOneField')
}

/** A method of this name tells kombu's encoder what to write in place of the object. Source: kombu/utils/json.py. */
export const selfEncoding = '__json__'

export const userModel = 'django.contrib.auth.models.User'
export const userModelFunction = 'django.contrib.auth.get_user_model'

/** True for what stands for the user model, whichever class the project has for it. */
export function namesUserModel(name: string): boolean {
  return name === userModel || name === 'django.conf.settings.AUTH_USER_MODEL'
}

/** True for a base class outside the project that makes a class a user model. */
export function isUserBase(name: string): boolean {
  return /^django\.contrib\.auth\.(models\.AbstractUser|(models|base_user)\.AbstractBaseUser)$/.test(name)
}

/** Functions that return the user, whatever class the project has for it. */
export const userFunctions: ReadonlySet<string> = new Set([
  'django.contrib.auth.authenticate', 'django.contrib.auth.aauthenticate', 'django.contrib.auth.get_user', 'django.contrib.auth.aget_user',
])

/** Returns the entity class of an application by its name. */
export const modelFunction = 'django.apps.apps.get_model'
