/** Decorators of TypeScript libraries and what they say of transactions. Names are spelled as imported. */

/** `@Transactional()`: the method runs in a transaction, unless its options say otherwise. */
export function isTransactional(name: string): boolean {
  return /^(typeorm-transactional(-cls-hooked)?|@nestjs-cls\/transactional|@mikro-orm\/[\w-]+(\/\w+)?)\.Transactional(\(\))?$|^typeorm\.Transaction(\(\))?$/.test(name)
}

/** Kinds of propagation, without case and underscores, under which no transaction has to be open. */
export const openPropagations: ReadonlySet<string> = new Set(['supports', 'notsupported', 'never'])

/** Kinds of propagation that end the caller's transaction for as long as the method runs, or forbid one. */
export const suspendingPropagations: ReadonlySet<string> = new Set(['notsupported', 'never'])

/** Puts several decorators into one. */
export const decoratorJoiner = '@nestjs/common.applyDecorators'

/** Decorators, and interfaces, of classes whose methods hear of changes of rows. */
export function isSubscriberMark(name: string): boolean {
  return /^typeorm\.(EventSubscriber|EntitySubscriberInterface)(\(\))?$|^@mikro-orm\/[\w-]+(\/\w+)?\.(EventSubscriber|Subscriber)(\(\))?$/.test(name)
}

/** Methods of subscribers that run before the transaction of the change ends. */
export const subscriberMethods: ReadonlySet<string> = new Set([
  'beforeInsert', 'afterInsert', 'beforeUpdate', 'afterUpdate', 'beforeRemove', 'afterRemove', 'beforeSoftRemove', 'afterSoftRemove', 'beforeRecover',
  'afterRecover', 'afterTransactionStart', 'beforeTransactionCommit', 'beforeCreate', 'afterCreate', 'beforeUpsert', 'afterUpsert', 'beforeDelete', 'afterDelete',
])

/** Decorators of methods of an entity that run before the transaction of the change ends. */
export function isEntityListener(name: string): boolean {
  return /^(typeorm|@mikro-orm\/(core|decorators(\/\w+)?))\.(Before|After)(Insert|Update|Remove|SoftRemove|Recover|Create|Upsert|Delete)(\(\))?$/.test(name)
}
