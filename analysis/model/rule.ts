import type { Finding } from './finding.ts'
import type { LinkedFile, Project } from './project.ts'

/** A rule is a pure function from the linked model to findings. */
export interface Rule {
  /** Names the pattern found, in kebab-case: read it as "allow …". */
  readonly id: string
  /** One sentence. */
  readonly summary: string
  readonly kind: 'correctness' | 'reliability' | 'performance' | 'security' | 'operations'
  readonly preset: 'recommended' | 'strict'
  /** The first version of Taskwise that has it. */
  readonly since: string
  readonly frameworks: readonly string[]
  /** Section ids of the references that explain it: `error-handling#caps`. */
  readonly references: readonly string[]
  /** Everything the rule has to say about `file`, in any order. */
  readonly check: (project: Project, file: LinkedFile) => readonly RuleFinding[]
}

/** A finding before the id of its rule is stamped on it. Left out: nothing to add. */
export type RuleFinding = Pick<Finding, 'message' | 'span'> & Partial<Pick<Finding, 'related' | 'fix' | 'suggestions'>>
