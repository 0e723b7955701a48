import type { Decorator, FunctionFacts } from '../../model/file-facts.ts'
import { readArguments } from './calls.ts'
import { openFunction } from './function-draft.ts'
import { childAt, spanOf } from './nodes.ts'
import { readDocumentation } from './documentation.ts'
import { readParameters } from './parameters.ts'
import { readSuite, textOf, type Draft, type Reader, type Scope, type StatementReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** Decorators run around the definition, in the scope that it stands in. */
export const readDecorated: StatementReader = (reader, node, scope) => {
  const decorators: Decorator[] = []
  for (const child of node.children) {
    const [inner] = child.children
    if (child.type === 'decorator') {
      if (inner !== undefined) decorators.push({ expression: reader.expression(inner, scope, 'part'), span: spanOf(child) })
    } else if (child.type === 'function_definition') addFunction(reader, child, scope, decorators)
    else if (child.type === 'class_definition') addClass(reader, child, scope, decorators)
    else reader.statement(child, scope)
  }
}

export const readFunction: StatementReader = (reader, node, scope) => {
  addFunction(reader, node, scope, [])
}

export const readClass: StatementReader = (reader, node, scope) => {
  addClass(reader, node, scope, [])
}

function addFunction(reader: Reader, node: SyntaxNode, scope: Scope, decorators: Decorator[]): void {
  const index = openDefinition(reader, node, scope, scope.class === null ? 'function' : 'method', scope.class)
  const facts = reader.facts.functions[index]
  const owner = scope.class === null ? undefined : reader.facts.classes[scope.class]
  if (facts === undefined) return
  if (owner !== undefined) owner.methods[facts.name] = index
  facts.decorators = decorators
  facts.isAsync = node.children.some((child) => child.type === 'async')
  facts.parameters = readParameters(reader, childAt(node, 'parameters'), scope)
  const returnType = childAt(node, 'return_type')
  facts.returnType = returnType === null ? null : reader.expression(returnType, scope, 'part')
  readBody(reader, node, { function: index, block: null, class: null, typeOnly: scope.typeOnly, depth: 0 }, facts)
}

function addClass(reader: Reader, node: SyntaxNode, scope: Scope, decorators: Decorator[]): void {
  const { classes } = reader.facts
  const index = classes.length
  const body = openDefinition(reader, node, scope, 'class-body', index)
  const facts = reader.facts.functions[body]
  if (facts === undefined) return
  classes.push({
    name: facts.name,
    bases: [],
    keywords: [],
    decorators,
    function: facts.parent ?? 0,
    parent: scope.class,
    body,
    methods: {},
    span: facts.span,
    nameSpan: facts.nameSpan,
  })
  readSuperclasses(reader, node, scope, index)
  readBody(reader, node, { function: body, block: null, class: index, typeOnly: scope.typeOnly, depth: 0 }, facts)
}

function readSuperclasses(reader: Reader, node: SyntaxNode, scope: Scope, index: number): void {
  const list = childAt(node, 'superclasses')
  const facts = reader.facts.classes[index]
  for (const argument of list === null ? [] : readArguments(reader, list, scope)) {
    if (argument.name !== null || argument.spread === 'keyword') facts?.keywords.push(argument)
    else facts?.bases.push(argument.spread === null ? argument.value : { kind: 'spread', value: argument.value, span: argument.span })
  }
}

/** Reads a suite in its own scope; a string on its own at the start is the documentation. */
function readBody(reader: Reader, node: SyntaxNode, scope: Scope, facts: Draft<FunctionFacts>): void {
  const suite = childAt(node, 'body')
  facts.documentation = readDocumentation(reader, suite)
  readSuite(reader, suite, scope)
}

/** Adds the function, or the pseudo-function of a class body, and returns its index. */
function openDefinition(reader: Reader, node: SyntaxNode, scope: Scope, kind: FunctionFacts['kind'], owner: number | null): number {
  const nameNode = childAt(node, 'name')
  const name = nameNode === null ? '' : textOf(reader, nameNode)
  return openFunction(reader, scope, { kind, name, class: owner, span: spanOf(node), nameSpan: spanOf(nameNode ?? node) })
}
