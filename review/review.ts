import type { Workspace } from '../analysis/project/files/workspace.ts'
import { openDiskWorkspace } from '../analysis/project/files/disk-workspace.ts'
import { linkProject } from '../analysis/project/link.ts'
import { memoryWorkspace } from '../analysis/project/files/memory-workspace.ts'
import { rules } from '../rules/registry.ts'
import { checkRules } from './check-rules.ts'
import { findConfiguration } from './configuration.ts'
import { type LocatedFindings, locateFindings } from './locate-findings.ts'
import { readEveryFile } from './read-every-file.ts'
import { recordReads } from './recorded-workspace.ts'
import { normaliseRequest, type ReviewChoices, type ReviewRequest } from './request.ts'
import type { PartlyReadFile, ReviewResult } from './result.ts'
import { describeUnmetWishes, discoverTargets, reportedScope } from './reviewed-files.ts'
import { knownRuleIds, type RuleSelection, selectRules } from './rule-selection.ts'
import { applySuppressions } from './suppress.ts'
import { findTargets } from './targets.ts'
import { tool } from './tool.ts'

/**
 * Reviews files and folders on disk. What cannot be read is part of the result; a ReviewError is thrown where nothing
 * can be reviewed: none of the paths is there, a rule is unknown, or the configuration is broken.
 */
export async function reviewPaths(request: ReviewRequest): Promise<ReviewResult> {
  const started = performance.now()
  const options = normaliseRequest(request)
  const targets = findTargets(options.paths, options.directory, options.boundaries)
  const configuration = findConfiguration(targets.root, options.boundaries, knownRuleIds(rules))
  const selection = selectRules(rules, { ...options, settings: configuration.rules })
  options.onProgress('Looking for files')
  const files = discoverTargets(targets, options.boundaries, configuration)
  options.onProgress(`Reading ${files.sources.length} files`)
  const { workspace, unread: unreadFiles } = await openDiskWorkspace(targets.root, files)
  options.onProgress('Checking')
  const isReported = reportedScope(targets)
  const review = reviewWorkspace(workspace, selection, isReported)
  const reported = files.sources.filter(isReported)
  const unread = (await unreadFiles).filter(({ file }) => isReported(file))
  const skipped = [...files.skipped.filter(({ file }) => isReported(file)), ...unread].sort((left, right) => (left.file < right.file ? -1 : 1))
  return {
    tool,
    root: targets.root,
    files: { read: reported.length - unread.length, partlyRead: review.partlyRead, skipped },
    findings: review.findings,
    sources: review.sources,
    problems: [...targets.problems, ...describeUnmetWishes(targets, skipped)],
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
    sources: review.sources,
    problems: [],
    durationMs: Math.round(performance.now() - started),
  }
}

type WorkspaceReview = LocatedFindings & { readonly partlyRead: readonly PartlyReadFile[] }

function reviewWorkspace(workspace: Workspace, selection: RuleSelection, isReported: (path: string) => boolean): WorkspaceReview {
  const recorded = recordReads(workspace)
  const found = checkRules(linkProject(recorded), selection.rules, isReported, (path) => recorded.facts(path)?.unreadable ?? [])
  readEveryFile(recorded, isReported)
  const kept = applySuppressions(found, recorded, recorded.paths.filter(isReported), selection)
  return { ...locateFindings(kept, recorded), partlyRead: recorded.partlyRead().filter(({ file }) => isReported(file)) }
}
