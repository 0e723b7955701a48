import type { Finding } from '../../analysis/model/finding.ts'
import type { Location } from '../../analysis/model/source.ts'
import { linkProject } from '../../analysis/project/link.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { rules } from '../../rules/registry.ts'

export interface FileFinding extends Finding {
  readonly file: string
}

/** Everything that all rules have to say about a project that holds these files. */
export function findAll(files: ReadonlyMap<string, string>): FileFinding[] {
  const project = linkProject(memoryWorkspace(files))
  return project.files.flatMap((file) =>
    rules.flatMap((rule) =>
      rule.check(project, file).map((found) => ({ related: [], fix: [], suggestions: [], ...found, rule: rule.id, file: file.path })),
    ),
  )
}

/** Every place that a finding names: its own, those of its evidence, and those it would edit. */
export function placesOf(finding: FileFinding): Location[] {
  const edits = [...finding.fix, ...finding.suggestions.flatMap((suggestion) => suggestion.edits)]
  return [
    { file: finding.file, span: finding.span },
    ...finding.related.map(({ location }) => location),
    ...edits.map(({ span }) => ({ file: finding.file, span })),
  ]
}
