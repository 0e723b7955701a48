import { type Progress } from './progress.ts'

export interface TurnOptions {
  /** How often each subject is counted. */
  readonly rounds: number
  readonly progress: Progress
}

/** What came of one subject's runs. */
export interface Turns<Subject, Sample> {
  readonly subject: Subject
  /** Not counted: it warms the system's caches up. */
  readonly warmUp: Sample
  /** In the order of the rounds. */
  readonly counted: readonly Sample[]
}

/**
 * Runs each subject once to warm up, and then `rounds` times more: A B C A B C, so that whatever else the machine does slows
 * all of them down alike. `run` gets what the subject's warm-up came to, `null` for the warm-up itself.
 */
export async function takeTurns<Subject extends { readonly name: string }, Sample>(
  subjects: readonly Subject[],
  run: (subject: Subject, warmUp: Sample | null) => Promise<Sample>,
  { rounds, progress }: TurnOptions,
): Promise<readonly Turns<Subject, Sample>[]> {
  const turns: { readonly subject: Subject; readonly warmUp: Sample; readonly counted: Sample[] }[] = []
  for (const subject of subjects) {
    progress.show(`${subject.name}: warm-up`)
    turns.push({ subject, warmUp: await run(subject, null), counted: [] })
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const { subject, warmUp, counted } of turns) {
      progress.show(`${subject.name}: round ${round} of ${rounds}`)
      counted.push(await run(subject, warmUp))
    }
  }
  return turns
}
