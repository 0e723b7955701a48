import type { ModelCommand } from './ask.ts'
import { type Attempt, attemptGuided, attemptUnguided } from './attempt.ts'
import { gradeBehaviour, type Stop } from './grade-behaviour.ts'
import { gradeCode } from './grade-code.ts'
import type { Grade, GradedTask } from './report.ts'
import type { CodingTask } from './tasks.ts'

export interface Measurement extends Stop {
  readonly command: ModelCommand
  /** Whether the results are run as well. */
  readonly runs: boolean
  /** Told before each task. */
  readonly onTask: (id: string) => void
}

/** Has a model do every task without and with guidance, and grades both. Throws a CommandError where its command cannot be run. */
export async function measureTasks(root: string, tasks: readonly CodingTask[], { command, runs, onTask, isStopped }: Measurement): Promise<readonly GradedTask[]> {
  const made: { readonly task: CodingTask; readonly attempts: readonly [Attempt, Attempt] }[] = []
  for (const task of tasks) {
    if (isStopped()) break
    onTask(task.id)
    made.push({ task, attempts: [await attemptUnguided(command, task), await attemptGuided(command, task)] })
  }
  const grades = new Map<Attempt, Grade>()
  for (const { task, attempts } of made) for (const attempt of attempts) grades.set(attempt, gradeOf(task, attempt))
  if (runs) await addBehaviour(root, made.flatMap(({ task, attempts }) => attempts.map((attempt) => ({ task, attempt }))), grades, { isStopped })
  return made.map(({ task, attempts: [unguided, guided] }) => ({ id: task.id, unguided: grades.get(unguided) ?? gradeOf(task, unguided), guided: grades.get(guided) ?? gradeOf(task, guided) }))
}

function gradeOf({ grader }: CodingTask, { files, rounds, tokens, failure }: Attempt): Grade {
  return { rounds, tokens, problems: failure === null ? gradeCode(grader, files) : [failure] }
}

async function addBehaviour(root: string, all: readonly { readonly task: CodingTask; readonly attempt: Attempt }[], grades: Map<Attempt, Grade>, stop: Stop): Promise<void> {
  const tried = all.flatMap(({ task: { id, check }, attempt }) => (check === null || attempt.failure !== null ? [] : [{ attempt, trial: { id, check, files: attempt.files } }]))
  const problems = await gradeBehaviour(root, tried.map(({ trial }) => trial), stop)
  for (const [index, { attempt }] of tried.entries()) {
    const [grade, problem] = [grades.get(attempt), problems[index]]
    if (grade !== undefined && typeof problem === 'string') grades.set(attempt, { ...grade, problems: [...grade.problems, problem] })
  }
}
