import type { Expression } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import { stateNames } from '../../frameworks/transactions.ts'
import { visitExpression } from '../facts/expression-walk.ts'

const remembered = new WeakMap<FileFacts, ReadonlySet<number>>()

/** The function looks whether a transaction is open, and so knows what it does. */
export function asksForTransaction(file: FileFacts, index: number): boolean {
  let asking = remembered.get(file)
  if (asking === undefined) {
    asking = new Set(file.blocks.flatMap((block) => (block.kind === 'branch' && block.subject !== null && asks(file, block.subject) ? [block.function] : [])))
    remembered.set(file, asking)
  }
  return asking.has(index)
}

function asks(file: FileFacts, condition: Expression): boolean {
  let found = false
  visitExpression(condition, (part) => {
    const read = part.kind === 'call' ? file.calls[part.call]?.callee : part
    if (read?.kind === 'member' && stateNames.has(read.name)) found = true
  })
  return found
}
