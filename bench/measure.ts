import { BenchError } from './bench-error.ts'
import { type Outcome, type Run, runTimed } from './timed-process.ts'
import { type Reading, type Tool } from './tool.ts'
import { takeTurns, type TurnOptions } from './turns.ts'

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

export interface MeasuringOptions extends TurnOptions {
  readonly scratch: string
}

/** What is kept of an outcome. */
interface Kept {
  readonly code: number | null
  readonly reading: Reading
  readonly run: Run
}

/** Runs the subjects in turns, and reads what the warm-up of each says. Throws a BenchError where a tool fails. */
export async function measure(subjects: readonly Subject[], options: MeasuringOptions): Promise<readonly Measurement[]> {
  const runAndKeep = async (subject: Subject, warmUp: Kept | null): Promise<Kept> => {
    const outcome = await runOnce(subject, options.scratch)
    if (warmUp !== null && outcome.code !== warmUp.code) throw failure(subject, outcome)
    return { code: outcome.code, reading: warmUp?.reading ?? (await readOutcome(subject, outcome)), run: outcome.run }
  }
  const turns = await takeTurns(subjects, runAndKeep, options)
  return turns.map(({ subject, warmUp, counted }) => ({ name: subject.name, reading: warmUp.reading, runs: counted.map(({ run }) => run) }))
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
