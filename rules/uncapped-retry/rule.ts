import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { RetryPolicy } from '../../analysis/model/task.ts'

export const rule: Rule = {
  id: 'uncapped-retry',
  summary: 'Work that fails is tried again without an end.',
  kind: 'reliability',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery', 'bullmq', 'bull', 'pg-boss'],
  references: ['error-handling#cap-retries', 'error-handling#which-exceptions'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.retryPolicies
    .filter((policy) => policy.cap === 'unlimited')
    .map((policy) => ({ message: describe(policy), span: policy.span }))
}

function describe(policy: RetryPolicy): string {
  if (policy.kind === 'loop') {
    return `This loop retries without an end: \`${policy.text}\` never gives up; count the attempts and let the last failure out.`
  }
  if (policy.failure !== undefined) return `\`${policy.subject}\` asks for retries without an end: \`${policy.text}\` ${failures[policy.failure]}; set a limit.`
  return `\`${policy.subject}\` retries without an end: \`${policy.text}\` sets no limit; set one, so that a lasting failure comes to light.`
}

const failures: Record<NonNullable<RetryPolicy['failure']>, string> = {
  refused: 'is more than the queue can store, so it refuses the job',
  forgotten: 'gets lost when the job is stored, and so do the retries it asks for',
}
