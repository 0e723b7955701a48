import { gradeBehaviour, type Stop, type Trial } from './grade-behaviour.ts'
import { gradeCode, reportingRules } from './grade-code.ts'
import type { CodingTask } from './tasks.ts'

/** What the graders get wrong about the answers that are known to be right or wrong, a line each. Code is looked at, nothing is run. */
export function checkCodeGraders({ id, grader, check, starter, solution, wrong }: CodingTask): readonly string[] {
  const reported = reportingRules(wrong)
  return [
    ...gradeCode(grader, solution).map((problem) => `${id}: the solution fails: ${problem}`),
    ...(gradeCode(grader, starter).length === 0 ? [`${id}: doing nothing passes`] : []),
    ...grader.rules.filter((rule) => !reported.includes(rule)).map((rule) => `${id}: ${rule} says nothing of the wrong answer`),
    ...(gradeCode(grader, wrong).length === 0 && check === null ? [`${id}: the wrong answer passes`] : []),
  ]
}

/** The same for the graders that run the answers: each check has to pass the solution and fail the wrong answer. */
export async function checkBehaviourGraders(root: string, tasks: readonly CodingTask[], stop: Stop): Promise<readonly string[]> {
  const trials = tasks.flatMap((task) => trialsOf(task))
  const problems = await gradeBehaviour(root, trials.map(({ trial }) => trial), stop)
  return trials.flatMap(({ trial: { id }, isRight }, index) => {
    const problem = problems[index]
    if (problem === undefined) return [`${id} was not run`]
    if (isRight) return problem === null ? [] : [`${id} fails: ${problem}`]
    return problem === null ? [`${id} passes`] : []
  })
}

function trialsOf({ id, check, solution, wrong }: CodingTask): readonly { readonly trial: Trial; readonly isRight: boolean }[] {
  if (check === null) return []
  return [
    { trial: { id: `${id}, solution`, check, files: solution }, isRight: true },
    { trial: { id: `${id}, wrong`, check, files: wrong }, isRight: false },
  ]
}
