/** What TypeORM's repositories, entity managers and query builders give. Its transactions are spelled elsewhere. */

/** Decorators, called, that make a class an entity. */
export const entityDecorators: ReadonlySet<string> = new Set(['typeorm.Entity()', 'typeorm.ChildEntity()', 'typeorm.ViewEntity()'])

/** Decorators, called, of the field that tells one entity from another. */
export const keyDecorators: ReadonlySet<string> = new Set(['typeorm.PrimaryGeneratedColumn()', 'typeorm.PrimaryColumn()', 'typeorm.ObjectIdColumn()'])

export const activeRecordBase = 'typeorm.BaseEntity'

/** Classes (and instances, spelled with `()`) that read and write the rows of one entity class, or tell that one was made or removed. */
export function isRepositoryBase(name: string): boolean {
  return /^typeorm\.((Tree|Mongo)?Repository|AbstractRepository|(Insert|Remove|SoftRemove|Recover)Event)(\(\))?$/.test(name)
}

/** What an event holds: the row that it is about. */
export const eventEntities: ReadonlySet<string> = new Set(['entity', 'databaseEntity'])

/** Things that do so for the entity class named first in each call. */
export function isEntityManager(name: string): boolean {
  return /^typeorm\.(EntityManager|MongoEntityManager)\(\)$/.test(name)
}

/** Functions and methods that return the repository of the entity class given first. */
export function givesRepository(name: string): boolean {
  return /^typeorm\.(.*\.)?get(Tree|Mongo)?Repository$/.test(name)
}

/** What query builders are made by; the entity class may be named first. */
export function givesQuery(name: string): boolean {
  return /^typeorm\..*\.createQueryBuilder$/.test(name)
}

export const oneEntityMethods: ReadonlySet<string> = new Set([
  'findOne', 'findOneBy', 'findOneOrFail', 'findOneByOrFail', 'findOneById', 'getOne', 'getOneOrFail', 'create', 'preload', 'findRoots',
])

export const entityListMethods: ReadonlySet<string> = new Set(['find', 'findBy', 'findByIds', 'getMany', 'findTrees'])

/** Methods that return the entities and their number. */
export const countedListMethods: ReadonlySet<string> = new Set(['findAndCount', 'findAndCountBy', 'getManyAndCount'])

/** Methods that return what they are given, saved or marked: a plain object stays one. */
export const savingMethods: ReadonlySet<string> = new Set(['save', 'remove', 'softRemove', 'recover', 'merge'])

/** Methods of a query builder that end it with plain values. */
export const plainResultMethods: ReadonlySet<string> = new Set([
  'getRawOne', 'getRawMany', 'getRawAndEntities', 'getCount', 'getExists', 'getSql', 'getQuery', 'execute', 'stream', 'getParameters',
])
