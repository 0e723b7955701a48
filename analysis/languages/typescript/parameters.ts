import type { ts } from 'ts-morph'
import type { Parameter } from '../../model/file-facts.ts'
import { bindTarget } from './bind-target.ts'
import { readDecorators } from './decorators.ts'
import { name } from './names.ts'
import { addBinding, spanOf, typeOf, type Reader, type Scope } from './reader.ts'
import { readBindingName, type Target } from './targets.ts'

/** Parameters as they are written. A default is a part of the function; decorators belong to what is around it. */
export function readParameters(reader: Reader, nodes: readonly ts.ParameterDeclaration[], inside: Scope, around: Scope): Parameter[] {
  const parameters: Parameter[] = []
  for (const node of nodes) {
    if (isObject(reader, node)) declareObject(reader, node, inside)
    else parameters.push(readParameter(reader, node, inside, around, parameters.length))
  }
  return parameters
}

/** `this: Type` says what the function is called on. */
function isObject(reader: Reader, node: ts.ParameterDeclaration): boolean {
  return reader.ts.isIdentifier(node.name) && node.name.text === 'this'
}

function declareObject(reader: Reader, node: ts.ParameterDeclaration, inside: Scope): void {
  const span = spanOf(reader, node)
  addBinding(reader, inside, { target: 'this', targetSpan: spanOf(reader, node.name), via: 'declared', position: null, value: null, type: typeOf(reader, node.type), span })
}

function readParameter(reader: Reader, node: ts.ParameterDeclaration, inside: Scope, around: Scope, position: number): Parameter {
  const decorators = readDecorators(reader, node, around)
  const target = readBindingName(reader, node.name, inside)
  const parameter: Parameter = {
    name: target.kind === 'path' ? target.path : `{${position}}`,
    kind: node.dotDotDotToken === undefined ? 'positional' : 'variadic',
    type: typeOf(reader, node.type),
    default: node.initializer === undefined ? null : reader.expression(node.initializer, inside, 'part'),
    ...(decorators.length > 0 ? { decorators } : {}),
    span: spanOf(reader, node),
  }
  bindParts(reader, inside, target, parameter)
  if (isField(reader, node)) bindField(reader, inside, parameter, spanOf(reader, node.name))
  return parameter
}

/** The parts of a parameter that is taken apart in place. */
function bindParts(reader: Reader, inside: Scope, target: Target, { name: whole, type, span }: Parameter): void {
  if (target.kind === 'parts') bindTarget(reader, inside, target, { via: 'assign', value: name(whole, target.span), type, span })
}

/** `private readonly queue: Queue` in a constructor gives the object a field. */
function isField(reader: Reader, node: ts.ParameterDeclaration): boolean {
  const { ts } = reader
  return node.modifiers?.some((modifier) => !ts.isDecorator(modifier)) === true
}

function bindField(reader: Reader, inside: Scope, { name: field, type, span }: Parameter, targetSpan: Parameter['span']): void {
  addBinding(reader, inside, { target: `this.${field}`, targetSpan, via: 'assign', position: null, value: name(field, targetSpan), type, span })
}
