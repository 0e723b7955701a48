import ts from 'typescript'

/** The size of one function; `line` is where it starts, from 1. */
export interface FunctionSize {
  readonly name: string
  readonly line: number
  readonly lines: number
}

/** What one source file weighs. `lines` are physical, `codeLines` leave out blank lines and comments. */
export interface FileSize {
  readonly path: string
  readonly lines: number
  readonly codeLines: number
  readonly casts: number
  readonly functions: readonly FunctionSize[]
}

/** Measures the TypeScript source `text`; `path` is only carried along. Callbacks count as functions, `as const` is no cast. */
export function measure(path: string, text: string): FileSize {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const functions: FunctionSize[] = []
  let casts = 0
  const visit = (node: ts.Node): void => {
    if (isCast(node)) casts += 1
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) functions.push(functionSize(source, node))
    ts.forEachChild(node, visit)
  }
  visit(source)
  const lines = text.replace(/\n$/, '').split('\n')
  return { path, lines: lines.length, codeLines: lines.filter(holdsCode).length, casts, functions }
}

function isCast(node: ts.Node): boolean {
  return ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type))
}

function functionSize(source: ts.SourceFile, node: ts.SignatureDeclaration): FunctionSize {
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
  const last = source.getLineAndCharacterOfPosition(node.end).line
  return { name: node.name?.getText(source) ?? 'callback', line: first + 1, lines: last - first + 1 }
}

function holdsCode(line: string): boolean {
  return !/^\s*($|\/\/|\/\*|\*)/.test(line)
}
