import type { Facts } from './reader.ts'

/** Gives what is assigned to a name also to the function around that declares it. */
export function bindOuterNames(facts: Facts): void {
  if (facts.assignments.length === 0) return
  const declared = declaredNames(facts)
  for (const { function: from, binding } of facts.assignments) {
    const owner = ownerOf(facts, declared, from, binding.target)
    if (owner !== null && owner !== from) facts.functions[owner]?.bindings.push(binding)
  }
}

/** By function, the names that it declares itself. */
type Declared = ReadonlyMap<number, ReadonlySet<string>>

function ownerOf({ functions }: Facts, declared: Declared, from: number, name: string): number | null {
  for (let index: number | null = from; index !== null; index = functions[index]?.parent ?? null) {
    if (functions[index]?.kind !== 'class-body' && declared.get(index)?.has(name) === true) return index
  }
  return null
}

function declaredNames({ functions, classes, imports, assignments }: Facts): Declared {
  const declared = new Map<number, Set<string>>()
  const declare = (index: number, name: string): void => {
    const names = declared.get(index)
    if (names === undefined) declared.set(index, new Set([name]))
    else names.add(name)
  }
  const assigned = new Set(assignments.map(({ binding }) => binding))
  for (const [index, { kind, name, parent, parameters, bindings }] of functions.entries()) {
    if (kind === 'function' && parent !== null) declare(parent, name)
    for (const parameter of parameters) declare(index, parameter.name)
    for (const binding of bindings) if (!assigned.has(binding)) declare(index, binding.target)
  }
  for (const { name, function: owner } of classes) declare(owner, name)
  for (const { local, function: owner } of imports) declare(owner, local)
  return declared
}
