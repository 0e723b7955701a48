import type { ts } from 'ts-morph'
import type { Compiler } from './compiler.ts'

/** The nodes directly inside one, in the order of the text. */
export function childrenOf(ts: Compiler, node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    children.push(child)
  })
  return children
}
