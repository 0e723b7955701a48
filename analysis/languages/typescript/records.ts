import type { ts } from 'ts-morph'
import type { Expression, RecordEntry } from '../../model/expression.ts'
import { addFunction, readNamedFunction } from './functions.ts'
import { keyText, readKey, readName } from './names.ts'
import { spanOf, unknown, type ExpressionReader, type Reader, type Scope } from './reader.ts'

export const readRecord: ExpressionReader<ts.ObjectLiteralExpression> = (reader, node, scope) => {
  const entries: RecordEntry[] = []
  for (const property of node.properties) {
    const entry = readProperty(reader, property, scope)
    if (entry !== null) entries.push(entry)
  }
  return { kind: 'record', entries, span: spanOf(reader, node) }
}

function readProperty(reader: Reader, property: ts.ObjectLiteralElementLike, scope: Scope): RecordEntry | null {
  const { ts } = reader
  if (ts.isSpreadAssignment(property)) return { key: null, value: reader.expression(property.expression, scope, 'part') }
  const key = readKey(reader, property.name, scope)
  if (ts.isPropertyAssignment(property)) return { key, value: readValue(reader, property, scope) }
  if (ts.isShorthandPropertyAssignment(property)) return { key, value: readName(reader, property.name, scope, 'part') }
  const naming = { kind: 'lambda', name: keyText(reader, property.name) ?? '<lambda>', nameSpan: spanOf(reader, property.name), class: null } as const
  const index = addFunction(reader, property, scope, naming)
  if (ts.isSetAccessor(property)) return null
  return { key, value: ts.isGetAccessor(property) ? unknown(reader, property) : { kind: 'function', function: index, span: spanOf(reader, property) } }
}

function readValue(reader: Reader, { name, initializer }: ts.PropertyAssignment, scope: Scope): Expression {
  const text = keyText(reader, name)
  const named = text === null ? null : readNamedFunction(reader, initializer, scope, { kind: 'lambda', name: text, nameSpan: spanOf(reader, name), class: null })
  return named ?? reader.expression(initializer, scope, 'part')
}
