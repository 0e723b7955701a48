import { BenchError } from '../bench-error.ts'
import { takeTurns, type TurnOptions } from '../turns.ts'

/** What is told of a contestant. */
interface Named {
  readonly name: string
  readonly version: string
}

/** What was measured of ours or of a peer. */
export interface Entry<Sample> extends Named {
  /** In the order of the rounds. */
  readonly samples: readonly Sample[]
  /** Why it could not be measured; `null` where it was. */
  readonly failure: string | null
}

/**
 * Has ours, the first of the contestants, and its peers take turns. A peer that fails is out, with the reason: there may be no
 * network to install it from. Rejects with a BenchError where ours fails.
 */
export async function contest<Contestant extends Named, Sample>(
  contestants: readonly Contestant[],
  run: (contestant: Contestant) => Promise<Sample>,
  options: TurnOptions,
): Promise<readonly Entry<Sample>[]> {
  const failures = new Map<Contestant, string>()
  const runUnlessOut = async (contestant: Contestant): Promise<Sample | null> => {
    if (failures.has(contestant)) return null
    try {
      return await run(contestant)
    } catch (error) {
      if (!(error instanceof BenchError)) throw error
      if (contestant === contestants[0]) throw new BenchError(`${contestant.name} could not be measured. ${error.message}`)
      failures.set(contestant, error.message)
      return null
    }
  }
  const turns = await takeTurns(contestants, runUnlessOut, options)
  return turns.map(({ subject, counted }) => {
    const failure = failures.get(subject) ?? null
    return { name: subject.name, version: subject.version, samples: failure === null ? counted.filter((sample) => sample !== null) : [], failure }
  })
}
