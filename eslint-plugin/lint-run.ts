import type { RuleContext, RuleVisitor } from '@eslint/core'
import type { FoundPlace } from '../review/check-rules.ts'
import { checkLinted } from './linted-code.ts'
import { type LintedSource, lintedSource } from './linted-source.ts'
import type { FileCheck } from './project/check-file.ts'
import { refuseLegacyConfiguration } from './setup/running-eslint.ts'

/** What our rules share while ESLint runs them on one file. */
export interface LintRun {
  readonly source: LintedSource
  /** The rules that are switched on for the file; all of them are known by the time that the tree is visited. */
  readonly switchedOn: ReadonlySet<string>
  findings(ruleId: string): readonly FoundPlace[]
  unusedComments(): readonly FoundPlace[]
  /** Listeners for ESLint: calls `report` once, when the visit of the tree begins. */
  atRoot(report: () => void): RuleVisitor
}

const runs = new WeakMap<object, LintRun & { readonly switchedOn: Set<string> }>()

/** The run that a rule (`null`: none of the review's) is called in. Throws an Error that says what to change where rules are switched on for the wrong files. */
export function joinRun(context: RuleContext, ruleId: string | null): LintRun {
  let run = runs.get(context.sourceCode)
  if (run === undefined) {
    run = startRun(context)
    runs.set(context.sourceCode, run)
  }
  if (ruleId !== null) run.switchedOn.add(ruleId)
  return run
}

function startRun(context: RuleContext): LintRun & { readonly switchedOn: Set<string> } {
  refuseLegacyConfiguration(context)
  const source = lintedSource(context)
  const switchedOn = new Set<string>()
  let known: FileCheck | null = null
  const check = (): FileCheck => (known ??= checkLinted(context, source))
  return {
    source,
    switchedOn,
    findings: (ruleId) => check().findings(ruleId),
    unusedComments: () => check().unusedComments(switchedOn),
    atRoot: (report) => ({ [source.root]: report }),
  }
}
