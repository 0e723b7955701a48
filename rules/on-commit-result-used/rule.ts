import type { Dispatch, MissingResultUse } from '../../analysis/model/dispatch.ts'
import type { Evidence } from '../../analysis/model/finding.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'on-commit-result-used',
  summary: 'The return value of delay_on_commit or apply_async_on_commit is used, but both always return None.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: [],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.dispatches.flatMap((dispatch) =>
    dispatch.missingResultUses.map((use) => ({
      message: `\`${use.method}\` returns \`None\`; \`${use.text}\` has no result to use, so choose the task's id beforehand and pass it along.`,
      span: use.span,
      related: showDispatch(dispatch, use),
    })),
  )
}

function showDispatch(dispatch: Dispatch, use: MissingResultUse): readonly Evidence[] {
  const isUsedInPlace = use.span.start <= dispatch.span.start && use.span.end >= dispatch.span.end
  return isUsedInPlace ? [] : [{ message: `\`${dispatch.text}\` is called here.`, location: dispatch }]
}
