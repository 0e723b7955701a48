import type { CallStep, Dispatch, DispatchInTransaction } from '../../analysis/model/dispatch.ts'
import type { Evidence, Suggestion } from '../../analysis/model/finding.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { Location } from '../../analysis/model/source.ts'

export const rule: Rule = {
  id: 'dispatch-before-commit',
  summary: 'A task is sent while a database transaction is still open, so a worker can start before the data is committed.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery', 'django-tasks', 'bullmq', 'bull', 'pg-boss'],
  references: ['django-integration#send-after-commit', 'django-integration#atomic-requests', 'django-integration#signals'],
  check,
}

function check(project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.dispatchesInTransaction
    .filter(({ dispatch }) => !isMeantForCommit(project, dispatch))
    .map((early) => ({
      message: describe(early),
      span: early.anchor.span,
      related: collectEvidence(early),
      suggestions: suggestDeferral(early),
    }))
}

/** A dispatch registered to run after the commit, but called on the spot, is a mistake of another kind: `on-commit-called-early`. */
function isMeantForCommit({ files }: Project, dispatch: Dispatch): boolean {
  const callbacks = files.find(({ path }) => path === dispatch.file)?.commitCallbacks ?? []
  return callbacks.some(({ calledEarly }) => calledEarly?.span.start === dispatch.span.start)
}

function describe(early: DispatchInTransaction): string {
  const damage = 'a worker may look for rows that are not there yet, and a rollback does not take the task back'
  const sentence = `\`${early.dispatch.text}\` runs before the transaction commits; ${damage}: send it after the commit.`
  const step = early.path.find(({ location }) => isSamePlace(location, early.anchor))
  return step === undefined ? sentence : `${showStep(step)} sends a task too early: ${sentence}`
}

function showStep({ callee, signal }: CallStep): string {
  return signal === null ? `\`${callee}(…)\`` : `\`${callee}\`, which the signal \`${signal}\` runs here,`
}

/** From the transaction inwards to the dispatch; the place of the finding itself is left out. */
function collectEvidence({ dispatch, anchor, opener, opened, path }: DispatchInTransaction): readonly Evidence[] {
  const evidence: Evidence[] = [
    { message: `The transaction opens here: ${showOpener(opener)}.`, location: opened },
    ...path.map(({ callee, signal, location }) => ({ message: signal === null ? `\`${callee}\` is called from here.` : `The signal \`${signal}\` runs \`${callee}\` from here.`, location })),
    { message: `\`${dispatch.text}\` sends the task here.`, location: dispatch },
  ]
  return evidence.filter(({ location }) => !isSamePlace(location, anchor))
}

/** An opener is code, such as `transaction.atomic()`, or words, such as "the admin". */
function showOpener(opener: string): string {
  return /^the [\w ]+$/.test(opener) ? opener : `\`${opener}\``
}

/** The edits belong to the dispatch's file, so they can be offered only where the finding is in that file too. */
function suggestDeferral({ dispatch, anchor, deferral }: DispatchInTransaction): readonly Suggestion[] {
  if (deferral.length === 0 || dispatch.file !== anchor.file) return []
  return [{ message: 'Send the task after the commit.', edits: deferral }]
}

function isSamePlace(one: Location, other: Location): boolean {
  return one.file === other.file && one.span.start === other.span.start && one.span.end === other.span.end
}
