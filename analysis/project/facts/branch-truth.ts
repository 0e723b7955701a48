import type { Expression } from '../../model/expression.ts'
import type { Block, FileFacts } from '../../model/file-facts.ts'

/** Whether a branch runs, from the truth of its condition; `null`: it cannot be told, or the block is no branch. */
export function isTaken(file: FileFacts, block: Block, holds: (condition: Expression) => boolean | null): boolean | null {
  if (block.kind !== 'branch') return null
  const condition = block.form === 'otherwise' ? conditionBefore(file, block) : block.subject
  const truth = condition === null ? null : holds(condition)
  return truth === null || block.form !== 'otherwise' ? truth : !truth
}

/** The condition whose other side the block is. */
function conditionBefore(file: FileFacts, block: Block): Expression | null {
  return block.of === null ? null : (file.blocks[block.of]?.subject ?? null)
}
