/** SQLAlchemy's statements, queries and results, also by way of Flask-SQLAlchemy and SQLModel. */

/** `select(User)` in its various homes. */
export function isSelect(name: string): boolean {
  return /^(sqlalchemy|sqlmodel|flask_sqlalchemy)\b.*\.select$/.test(name)
}

/** Base of classes that carry a ready query as `User.query`. */
export const queryingBase = 'flask_sqlalchemy.SQLAlchemy().Model'

/** Methods of a session that return an entity of the class given first. */
export const sessionGetters: ReadonlySet<string> = new Set(['get', 'get_one', 'get_or_404', 'one_or_404', 'first_or_404'])

/** Methods of a statement, query or result that describe the same rows more closely. */
export const refinements: ReadonlySet<string> = new Set([
  'where', 'filter', 'filter_by', 'order_by', 'join', 'outerjoin', 'limit', 'offset', 'options', 'distinct', 'group_by', 'having', 'select_from',
  'with_for_update', 'execution_options', 'unique', 'yield_per', 'populate_existing', 'params', 'correlate', 'slice', 'union', 'union_all',
])

/** Methods after which a row no longer is an entity. */
export const columnMethods: ReadonlySet<string> = new Set(['add_columns', 'with_entities', 'with_only_columns', 'mappings', 'columns', 'tuples'])

/** Methods that return one row. */
export const oneRowMethods: ReadonlySet<string> = new Set([
  'one', 'one_or_none', 'first', 'get', 'get_or_404', 'first_or_404', 'one_or_404', 'fetchone',
])

/** Methods that return the first column of one row. */
export const scalarMethods: ReadonlySet<string> = new Set(['scalar', 'scalar_one', 'scalar_one_or_none'])

export const allRowsMethods: ReadonlySet<string> = new Set(['all', 'fetchall', 'partitions', 'fetchmany'])

/** `Mapped[User]` promises a `User`. */
export const mappedAnnotations: ReadonlySet<string> = new Set(['Mapped', 'WriteOnlyMapped', 'DynamicMapped', 'Relationship'])
