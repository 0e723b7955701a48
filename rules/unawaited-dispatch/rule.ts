import type { DroppedDispatch } from '../../analysis/model/dispatch.ts'
import type { Evidence, Suggestion } from '../../analysis/model/finding.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'unawaited-dispatch',
  summary: 'The promise of a dispatch is dropped, so nobody learns that the message was never sent.',
  kind: 'reliability',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['bullmq', 'bull', 'pg-boss', 'django-tasks'],
  references: ['django-integration#django-tasks'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.droppedDispatches.map((dropped) => ({
    message: describe(dropped),
    span: dropped.span,
    related: collectEvidence(dropped),
    suggestions: suggestAwait(dropped),
  }))
}

function describe({ text, path, droppedBy, neverStarts, dispatch }: DroppedDispatch): string {
  const sends = path.length === 0 ? ',' : `, which waits for \`${dispatch.text}\`,`
  if (neverStarts) return `\`${text}(…)\`${path.length === 0 ? '' : sends} is never awaited, so it does not even start and nothing is sent: await it.`
  if (droppedBy !== null) {
    return `\`${droppedBy}\` drops the promise of \`${text}(…)\`${sends} so a failure to send is lost and may end the process: collect the promises and await them.`
  }
  return `Nobody waits for \`${text}(…)\`${sends} so a failure to send is lost and may end the process: await it, return it, or handle its failure.`
}

/** From this call inwards to the dispatch. */
function collectEvidence({ path, dispatch }: DroppedDispatch): readonly Evidence[] {
  if (path.length === 0) return []
  return [
    ...path.slice(1).map(({ callee, location }) => ({ message: `\`${callee}\` is called from here.`, location })),
    { message: `\`${dispatch.text}\` sends here.`, location: dispatch },
  ]
}

function suggestAwait({ awaiting }: DroppedDispatch): readonly Suggestion[] {
  return awaiting.length === 0 ? [] : [{ message: 'Await it.', edits: awaiting }]
}
