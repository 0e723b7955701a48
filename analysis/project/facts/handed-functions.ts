import type { Call, FileFacts } from '../../model/file-facts.ts'

/** The call that a function written in place is handed to. */
export interface Handing {
  readonly call: Call
  /** Among the arguments. */
  readonly position: number
}

const remembered = new WeakMap<FileFacts, ReadonlyMap<number, Handing>>()

/** The call among whose arguments the function at `index` is written. `null`: it is no argument. */
export function handingOf(file: FileFacts, index: number): Handing | null {
  let handings = remembered.get(file)
  if (handings === undefined) {
    handings = collect(file)
    remembered.set(file, handings)
  }
  return handings.get(index) ?? null
}

function collect(file: FileFacts): ReadonlyMap<number, Handing> {
  const handings = new Map<number, Handing>()
  for (const call of file.calls) {
    for (const [position, { value }] of call.arguments.entries()) {
      if (value.kind === 'function') handings.set(value.function, { call, position })
    }
  }
  return handings
}
