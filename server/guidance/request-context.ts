import type { CodeFact } from './code-facts.ts'
import { noProject, type ProjectFacts } from './project-facts.ts'

/** What came along with a question. */
export interface RequestContext {
  /** What the code uses. */
  readonly facts: readonly CodeFact[]
  /** Whether the code is TypeScript or JavaScript. */
  readonly isTypeScript: boolean
  readonly project: ProjectFacts
}

export const noContext: RequestContext = { facts: [], isTypeScript: false, project: noProject }
