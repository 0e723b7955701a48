import type { ScenarioResult } from './results.ts'

/**
 * What is wrong with a run of the suite, a line each: scenarios that did not pass, unless `notApplicable` gives the reason, messages in a form that
 * the protocol does not allow, reasons for scenarios that pass by now, and reasons for scenarios that the suite does not have.
 */
export function judge(results: readonly ScenarioResult[], notApplicable: ReadonlyMap<string, string>): readonly string[] {
  const unknown = [...notApplicable.keys()].filter((name) => !results.some(({ scenario }) => scenario === name))
  return [...results.flatMap((result) => judgeOne(result, notApplicable.has(result.scenario))), ...unknown.map((name) => `${name} is listed as not applicable, but the suite has no such scenario`)]
}

function judgeOne({ scenario, problems, malformed }: ScenarioResult, isListed: boolean): readonly string[] {
  if (!isListed) return problems.map((problem) => `${scenario}: ${problem}`)
  if (problems.length === 0) return [`${scenario} is listed as not applicable, but passes`]
  return malformed.map((problem) => `${scenario}: ${problem}`)
}
