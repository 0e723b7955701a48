import type { Project } from '../../analysis/model/project.ts'
import type { TaskProfile } from '../../analysis/model/task.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { linkProject } from '../../analysis/project/link.ts'
import type { ReportedFinding } from '../../review/result.ts'
import { reviewSources } from '../../review/review.ts'
import type { Files } from './folder.ts'
import type { Fact, Grader } from './grader.ts'

/** What the code of a result lacks, a line each; empty: it is good as far as code can tell. */
export function gradeCode(grader: Grader, files: Files): readonly string[] {
  const { findings, files: { partlyRead } } = reviewSources(files)
  const project = linkProject(memoryWorkspace(files))
  return [
    ...partlyRead.map(({ file, line, reason }) => `${file}:${line} cannot be read: ${reason}`),
    ...findings.map(showFinding),
    ...grader.facts.flatMap((fact) => missingIn(project, fact)),
  ]
}

/** The ids of the rules that report something on a project, each once. */
export function reportingRules(files: Files): readonly string[] {
  return [...new Set(reviewSources(files).findings.map(({ rule }) => rule))]
}

/** A finding on one line. */
export function showFinding({ file, line, rule, message }: ReportedFinding): string {
  return `${file}:${line} ${rule}: ${message}`
}

function missingIn(project: Project, fact: Fact): readonly string[] {
  const profiles = project.files.flatMap((file) => file.profiles).filter(({ task }) => task.handlerName === fact.task)
  if (profiles.length === 0) return [`there is no task \`${fact.task}\``]
  const claims: readonly (readonly [isAsked: boolean, holds: (profile: TaskProfile) => boolean, words: string])[] = [
    [fact.sent === true, () => isSent(project, fact.task), 'is sent by nothing'],
    [fact.scheduled === true, (profile) => isScheduled(project, profile), 'is on no schedule'],
    [fact.mostRetries !== undefined, (profile) => isRetried(profile, fact.mostRetries ?? 0), `is not retried, or more than ${fact.mostRetries ?? 0} times`],
    [fact.limits !== undefined, (profile) => hasLimits(profile, fact.limits ?? []), `does not have all of the limits ${fact.limits?.join(', ') ?? ''}`],
    [fact.queue !== undefined, ({ queue }) => queue.state === 'known' && queue.value === fact.queue, `does not go to the queue ${fact.queue ?? ''}`],
    [fact.acknowledgedLate === true, ({ acknowledgedLate: late }) => late.state === 'known' && late.value, 'is acknowledged before its work is done'],
  ]
  return claims.filter(([isAsked, holds]) => isAsked && !profiles.some(holds)).map(([, , words]) => `\`${fact.task}\` ${words}`)
}

function isSent(project: Project, name: string): boolean {
  return project.files.some(({ dispatches }) => dispatches.some(({ task, timing }) => task?.handlerName === name && timing !== 'again'))
}

function isScheduled(project: Project, { task, name }: TaskProfile): boolean {
  const own = name.state === 'known' ? name.value : null
  return project.files.some(({ schedules }) => schedules.some((schedule) => schedule.task?.handlerName === task.handlerName || (own !== null && schedule.taskName === own)))
}

function isRetried({ retry }: TaskProfile, most: number): boolean {
  return retry.by !== null && retry.limit.state === 'known' && retry.limit.value !== 'unlimited' && retry.limit.value <= most
}

function hasLimits({ limits }: TaskProfile, wanted: readonly string[]): boolean {
  return wanted.every((kind) => limits.some((limit) => limit.kind === kind))
}
