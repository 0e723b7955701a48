import type { ts } from 'ts-morph'

/** Nodes that the parser makes for one character of code in earnest, those that it drops again included, are fewer than this. */
const nodesPerCharacter = 3
const baseNodes = 10_000

/** In milliseconds, for what takes the parser long within few nodes: forty times what code in earnest takes. */
const baseTime = 2000
const timePerCharacter = 0.004

/** So many nodes are made between two looks at the clock. */
const nodesPerLook = 256

/** A text takes the parser longer than any code that a person would write. */
export class ParseLimitError extends Error {}

/** What is left for the text that is parsed. */
const budget = { nodes: Infinity, deadline: Infinity }

/** Runs a parse that gives up with a `ParseLimitError` where a text of this length takes too long. */
export function metered<Result>(length: number, parse: () => Result): Result {
  budget.nodes = baseNodes + length * nodesPerCharacter
  budget.deadline = performance.now() + baseTime + length * timePerCharacter
  try {
    return parse()
  } finally {
    budget.nodes = Infinity
    budget.deadline = Infinity
  }
}

function countNode(): void {
  budget.nodes -= 1
  if (budget.nodes < 0 || (budget.nodes % nodesPerLook === 0 && performance.now() > budget.deadline)) throw new ParseLimitError()
}

type NodeClass = new (kind: ts.SyntaxKind, start: number, end: number) => object

/** Where the parser asks, before every file, for the class that it makes nodes of. */
interface Allocator {
  getNodeConstructor: () => unknown
}

/** The parser cannot be stopped from outside, but it asks for the class of its nodes: from then on each one is counted. */
export function installMeter(compiler: typeof ts): void {
  const allocator = 'objectAllocator' in compiler ? compiler.objectAllocator : null
  if (!isAllocator(allocator)) return
  const Plain = allocator.getNodeConstructor()
  if (isNodeClass(Plain)) allocator.getNodeConstructor = countingClass(Plain)
}

/** A class that extended the plain one would make every parse three times as long: this one is called with `new` and makes a node of the plain one. */
function countingClass(Plain: NodeClass): () => unknown {
  function counted(kind: ts.SyntaxKind, start: number, end: number): object {
    countNode()
    return new Plain(kind, start, end)
  }
  return () => counted
}

function isAllocator(value: unknown): value is Allocator {
  return typeof value === 'object' && value !== null && 'getNodeConstructor' in value && typeof value.getNodeConstructor === 'function'
}

function isNodeClass(value: unknown): value is NodeClass {
  return typeof value === 'function'
}
