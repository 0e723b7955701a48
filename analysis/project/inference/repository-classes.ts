import { isRepositoryBase } from '../../frameworks/typeorm.ts'
import type { Inference } from './inference.ts'
import { classOf, type ClassRef, type EntityType, type RepositoryType } from './type.ts'

/** What an instance of a class of the project is, where the class is one of repositories. `null`: it is none. */
export function repositoryInstance(types: Inference, ref: ClassRef): RepositoryType | null {
  if (![...types.family(ref).externals].some(isRepositoryBase)) return null
  return { kind: 'repository', of: entityOfRepository(types, ref), isQuery: false, class: ref }
}

/** `class OrderRepository extends Repository<Order>` */
function entityOfRepository(types: Inference, ref: ClassRef): EntityType | null {
  for (const { file, index } of types.family(ref).members) {
    const { bases, function: owner, span } = classOf({ file, index })
    const [base] = bases
    if (base?.kind !== 'index') continue
    const of = types.annotated(base.key.kind === 'tuple' ? (base.key.items[0] ?? base.key) : base.key, { file, function: owner, at: span.start })
    if (of.kind === 'entity') return of
  }
  return null
}
