/** The three files of a new rule, by name. `version` is the release that will have it first. */
export function ruleTemplate(id: string, version: string): Readonly<Record<'rule.ts' | 'rule.md' | 'cases.md', string>> {
  return { 'rule.ts': check(id, version), 'rule.md': page(id, version), 'cases.md': cases(id) }
}

function check(id: string, version: string): string {
  return `import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: '${id}',
  summary: 'Say in one sentence what the rule reports.',
  kind: 'correctness',
  preset: 'recommended',
  since: '${version}',
  frameworks: ['celery'],
  references: [],
  check: findings,
}

function findings(_project: Project, _file: LinkedFile): RuleFinding[] {
  return []
}
`
}

function page(id: string, version: string): string {
  return `# ${id}

Say in one sentence what the rule reports.

## What it does

Which code is reported, and which code that looks like it is not.

## Why it hurts

What happens in production, with the exception or the log line as it is printed:

\`\`\`text
\`\`\`

## Wrong

### Python

\`\`\`python wrong file=shop/tasks.py
\`\`\`

### TypeScript

\`\`\`ts wrong file=src/jobs.ts
\`\`\`

## Right

### Python

\`\`\`python right file=shop/tasks.py
\`\`\`

### TypeScript

\`\`\`ts right file=src/jobs.ts
\`\`\`

## TypeScript

Which queues and libraries the rule knows there, and what differs from Python. A rule for one language begins with
"only: python — " or "only: typescript — " and the reason, and has no examples in the other.

## When not to use it

Who can do without this rule, and why.

## Options

None.

## Versions

Since Taskwise ${version}.

## Sources
`
}

function cases(id: string): string {
  return `# ${id}: cases

## The plain mistake

Why this is reported.

\`\`\`python file=shop/tasks.py
\`\`\`

## The correct form

Why this is not.

\`\`\`python file=shop/tasks.py
\`\`\`

## TypeScript: the plain mistake

Why this is reported.

\`\`\`ts file=src/jobs.ts
\`\`\`

## TypeScript: the correct form

Why this is not.

\`\`\`ts file=src/jobs.ts
\`\`\`
`
}
