import { CallGraph } from '../../analysis/project/inference/call-graph.ts'
import { startInference } from '../../analysis/project/inference/infer.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { TransactionReach } from '../../analysis/project/transactions/transaction-reach.ts'

/**
 * The transactions in which each `send('name')` runs, by its name: what opens them and then the functions on the way, as in
 * `db.$transaction > notify`; nothing where it runs in none.
 * @param files text by path.
 */
export function reachedSends(files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const workspace = memoryWorkspace(new Map(Object.entries(files)))
  const types = startInference(workspace)
  const reach = new TransactionReach(types, new CallGraph(types))
  const found = workspace.paths.flatMap((path) => {
    const file = workspace.facts(path)
    return (file?.calls ?? []).flatMap((call) => {
      const name = call.arguments[0]?.value
      if (file === null || call.callee.kind !== 'name' || call.callee.name !== 'send' || name?.kind !== 'literal') return []
      const ways = reach.around(file, call).map(({ opener, path: steps }) => [opener.text, ...steps.map(({ callee }) => callee)].join(' > '))
      return [[String(name.value), ways] as const]
    })
  })
  return Object.fromEntries(found)
}

/** Names of the sends that run in some transaction. @param source one module. */
export function sentInside(source: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries(reachedSends({ ...others, 'src/main.ts': source })).flatMap(([name, ways]) => (ways.length > 0 ? [name] : []))
}
