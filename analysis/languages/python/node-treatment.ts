import { nodeKinds } from './grammar.ts'

/** How nodes of one kind enter the plain tree. */
export interface Treatment {
  /** The grammar's name. */
  readonly type: string
  /**
   * `whole`: with its children; `text`: its text says everything; `string`: as `text`, unless it has holes; `operator`:
   * kept under the operations alone; `dropped`: punctuation and the parts of strings.
   */
  readonly form: 'whole' | 'text' | 'string' | 'operator' | 'comment' | 'dropped'
  /** Its anonymous children say which operation it is. */
  readonly hasOperators: boolean
  /** Its children have roles worth asking for. */
  readonly hasFields: boolean
}

const textTypes = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'ellipsis',
  'dotted_name',
  'relative_import',
  'wildcard_import',
  'pass_statement',
  'break_statement',
  'continue_statement',
  'positional_separator',
  'keyword_separator',
  'string_content',
  'type_conversion',
])

const droppedTypes = new Set(['string_start', 'string_end', 'line_continuation', 'escape_sequence', 'escape_interpolation'])

const operationTypes = new Set(['binary_operator', 'boolean_operator', 'comparison_operator', 'unary_operator', 'augmented_assignment'])

const fieldlessTypes = new Set([
  'module',
  'block',
  'expression_statement',
  'return_statement',
  'decorated_definition',
  'decorator',
  'parameters',
  'lambda_parameters',
  'argument_list',
  'list',
  'tuple',
  'set',
  'dictionary',
  'expression_list',
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat',
  'dictionary_splat',
  'parenthesized_expression',
  'conditional_expression',
  'await',
  'string',
  'concatenated_string',
  'type',
  'with_clause',
])

function formOf(type: string, isNamed: boolean): Treatment['form'] {
  if (!isNamed) return type === 'async' ? 'text' : 'operator'
  if (type === 'comment' || type === 'string') return type
  if (textTypes.has(type)) return 'text'
  return droppedTypes.has(type) ? 'dropped' : 'whole'
}

const treatments: readonly Treatment[] = nodeKinds.map(({ name, isNamed }) => ({
  type: name,
  form: formOf(name, isNamed),
  hasOperators: operationTypes.has(name),
  hasFields: !fieldlessTypes.has(name),
}))

const errorTreatment: Treatment = { type: 'ERROR', form: 'whole', hasOperators: false, hasFields: true }

/** By the grammar's number of the kind; errors have a number that is no kind's. */
export function treatmentOf(kind: number): Treatment {
  return treatments[kind] ?? errorTreatment
}
