import type { Workspace } from '../analysis/project/files/workspace.ts'
import { linkProject } from '../analysis/project/link.ts'
import { memoryWorkspace } from '../analysis/project/files/memory-workspace.ts'
import { rules } from '../rules/registry.ts'
import { checkTasks } from './checklist/checklist.ts'
import { checkRules } from './check-rules.ts'
import { type LocatedFindings, locateFindings } from './locate-findings.ts'
import { findProject, missingFiles, openProject } from './open-project.ts'
import { readEveryFile } from './read-every-file.ts'
import { recordReads } from './recorded-workspace.ts'
import { normaliseRequest, type ReviewChoices, type ReviewRequest } from './request.ts'
import type { PartlyReadFile, ReviewResult } from './result.ts'
import { type RuleSelection, selectRules } from './rule-selection.ts'
import { lineCounter } from './text-position.ts'
import { applySuppressions } from './suppress.ts'
import { tool } from './tool.ts'

/**
 * Reviews files and folders on disk. What cannot be read is part of the result; a ReviewError is thrown where nothing
 * can be reviewed: none of the paths is there, a rule is unknown, or the configuration is broken.
 */
export async function reviewPaths(request: ReviewRequest): Promise<ReviewResult> {
  const started = performance.now()
  const options = normaliseRequest(request)
  const found = findProject(options)
  const selection = selectRules(rules, { ...options, settings: found.configuration.rules })
  const opened = await openProject(found, options)
  options.onProgress('Checking')
  const review = reviewWorkspace(opened.workspace, selection, found.isReported)
  const { read, skipped, problems } = await missingFiles(found, opened)
  return {
    tool,
    root: found.targets.root,
    files: { read, partlyRead: review.partlyRead, skipped },
    findings: review.findings,
    checklist: review.checklist,
    sources: review.sources,
    problems,
    durationMs: Math.round(performance.now() - started),
  }
}

/**
 * Reviews texts by path, as one project that nothing else belongs to. Throws a ReviewError for an unknown rule.
 */
export function reviewSources(sources: ReadonlyMap<string, string>, choices: ReviewChoices = {}): ReviewResult {
  const started = performance.now()
  const selection = selectRules(rules, { strict: choices.strict ?? false, only: choices.rules ?? null, settings: new Map() })
  const workspace = memoryWorkspace(sources)
  const review = reviewWorkspace(workspace, selection, () => true)
  return {
    tool,
    root: '',
    files: { read: workspace.paths.length, partlyRead: review.partlyRead, skipped: [] },
    findings: review.findings,
    checklist: review.checklist,
    sources: review.sources,
    problems: [],
    durationMs: Math.round(performance.now() - started),
  }
}

type WorkspaceReview = LocatedFindings & Pick<ReviewResult, 'checklist'> & { readonly partlyRead: readonly PartlyReadFile[] }

function reviewWorkspace(workspace: Workspace, selection: RuleSelection, isReported: (path: string) => boolean): WorkspaceReview {
  const recorded = recordReads(workspace)
  const project = linkProject(recorded)
  const found = checkRules(project, selection.rules, isReported, (path) => recorded.facts(path)?.unreadable ?? [])
  readEveryFile(recorded, isReported)
  const kept = applySuppressions(found, recorded, recorded.paths.filter(isReported), selection)
  const checklist = checkTasks(project, kept, isReported, lineCounter(recorded))
  return { ...locateFindings(kept, recorded), checklist, partlyRead: recorded.partlyRead().filter(({ file }) => isReported(file)) }
}
