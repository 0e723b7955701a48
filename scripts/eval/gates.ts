import type { Measures } from './measure.ts'

const least = { hitAt1: 0.9, hitAt3: 0.97, mustMentionAt3: 0.93, taskType: 0.92 } as const
const most = { falseAnswers: 0.03, tokensMedian: 900 } as const

/** What falls short of what guidance promises, in words. */
export function missedGates(measures: Measures): readonly string[] {
  const low = Object.entries(least).filter(([name, limit]) => (measures[name as keyof typeof least] ?? 0) < limit)
  const high = Object.entries(most).filter(([name, limit]) => measures[name as keyof typeof most] > limit)
  const show = (name: string): string => String(measures[name as keyof Measures])
  return [...low.map(([name, limit]) => `${name} is ${show(name)} and should be ${limit} at least`), ...high.map(([name, limit]) => `${name} is ${show(name)} and should be ${limit} at most`)]
}
