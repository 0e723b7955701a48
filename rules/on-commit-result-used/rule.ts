import type { Dispatch } from '../../analysis/model/dispatch.ts'
import type { Evidence } from '../../analysis/model/finding.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'on-commit-result-used',
  summary: 'The return value of a dispatch that waits for the commit is used, but there is none.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: ['django-integration#on-commit-task-id'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.dispatches.flatMap(getDispatchFinding)
}

/** One finding at the dispatch, where an id has to be made, however often its value is used. */
function getDispatchFinding(dispatch: Dispatch): readonly RuleFinding[] {
  const [first] = dispatch.missingResultUses
  if (first === undefined) return []
  return [
    {
      message: `\`${first.method}\` returns \`None\`; there is no result to use yet, so choose the task's id beforehand and pass it along.`,
      span: dispatch.span,
      related: showUses(dispatch),
    },
  ]
}

/** The uses that are not around the dispatch itself. */
function showUses({ file, span, missingResultUses }: Dispatch): readonly Evidence[] {
  return missingResultUses
    .filter((use) => use.file !== file || use.span.start > span.end || use.span.end < span.start)
    .map((use) => ({ message: `\`${use.text}\` finds \`None\` here.`, location: { file: use.file, span: use.span } }))
}
