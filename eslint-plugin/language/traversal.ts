import type { VisitTraversalStep } from '@eslint/plugin-kit'
import type { PythonNode } from './python-node.ts'

interface NodeStep extends VisitTraversalStep {
  readonly type: 'visit'
  readonly target: PythonNode
}

/** Every node from `root` down, entered and left, in the order of the text. */
export function traversalSteps(root: PythonNode): readonly VisitTraversalStep[] {
  const steps: NodeStep[] = []
  const pending = [entering(root)]
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    steps.push(step)
    if (step.phase === 2) continue
    pending.push({ ...step, phase: 2 })
    for (let index = step.target.children.length - 1; index >= 0; index--) {
      const child = step.target.children[index]
      if (child !== undefined) pending.push(entering(child))
    }
  }
  return steps
}

function entering(node: PythonNode): NodeStep {
  return { type: 'visit', kind: 1, target: node, phase: 1, args: [node] }
}
