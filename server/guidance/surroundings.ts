import type { CodeFact } from './code-facts.ts'
import { noProject, type ProjectFacts } from './project-facts.ts'

/** What came along with a question. */
export interface Surroundings {
  /** What the code uses. */
  readonly facts: readonly CodeFact[]
  /** Whether the code is TypeScript or JavaScript. */
  readonly isTypeScript: boolean
  readonly project: ProjectFacts
}

export const nothingElse: Surroundings = { facts: [], isTypeScript: false, project: noProject }
