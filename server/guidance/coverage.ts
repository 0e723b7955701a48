import type { Features } from './features.ts'
import type { LinearModel } from './linear-model.ts'

/** What is rated as high is plainly about background tasks. */
export const leastCoverage = 0.4

/** How surely a text with these features is about background tasks, as the model of coverage has it. */
export function coverageOf(model: LinearModel, features: Features): number {
  return model.score(features)[model.labels.indexOf('covered')] ?? 0
}
