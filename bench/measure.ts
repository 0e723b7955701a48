import { BenchError } from './bench-error.ts'
import { type Progress } from './progress.ts'
import { type Outcome, type Run, runTimed } from './timed-process.ts'
import { type Reading, type Tool } from './tool.ts'

/** One thing to measure: a tool on a folder, by a name that tells it from the others. */
export interface Subject {
  readonly name: string
  readonly tool: Tool
  /** Absolute path. */
  readonly folder: string
}

/** What was measured of a subject. */
export interface Measurement {
  readonly name: string
  readonly reading: Reading
  /** The counted runs, in the order of the rounds. */
  readonly runs: readonly Run[]
}

export interface MeasuringOptions {
  readonly rounds: number
  readonly scratch: string
  readonly progress: Progress
}

/**
 * Runs each subject once to warm the system's caches up and to read what it says, and then `rounds` times more: A B C A B C,
 * so that whatever else the machine does slows all of them down alike. Throws a BenchError where a tool fails.
 */
export async function measure(subjects: readonly Subject[], { rounds, scratch, progress }: MeasuringOptions): Promise<readonly Measurement[]> {
  const started: { readonly subject: Subject; readonly warmUp: Outcome; readonly reading: Reading; readonly runs: Run[] }[] = []
  for (const subject of subjects) {
    progress.show(`${subject.name}: warm-up`)
    const warmUp = await runOnce(subject, scratch)
    started.push({ subject, warmUp, reading: await readOutcome(subject, warmUp), runs: [] })
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const { subject, warmUp, runs } of started) {
      progress.show(`${subject.name}: round ${round} of ${rounds}`)
      const outcome = await runOnce(subject, scratch)
      if (outcome.code !== warmUp.code) throw failure(subject, outcome)
      runs.push(outcome.run)
    }
  }
  return started.map(({ subject, reading, runs }) => ({ name: subject.name, reading, runs }))
}

async function runOnce(subject: Subject, scratch: string): Promise<Outcome> {
  const outcome = await runTimed(subject.tool.command(subject.folder), scratch)
  if (outcome.code === null || !subject.tool.exitCodes.includes(outcome.code)) throw failure(subject, outcome)
  return outcome
}

async function readOutcome(subject: Subject, outcome: Outcome): Promise<Reading> {
  try {
    return await subject.tool.read(outcome, subject.folder)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof BenchError) throw failure(subject, outcome)
    throw error
  }
}

function failure({ tool, folder }: Subject, { code, stdout, stderr }: Outcome): BenchError {
  const how = code === null ? 'was ended by a signal' : `ended with ${code} and no result that can be used`
  const said = stderr.trim() === '' ? stdout : stderr
  return new BenchError(`${tool.name} ${how} on ${folder}.\n${said.trim().slice(-2000)}`.trimEnd())
}
