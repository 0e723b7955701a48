import type { FileFacts } from '../analysis/model/file-facts.ts'
import type { Workspace } from '../analysis/project/files/workspace.ts'
import type { PartlyReadFile } from './result.ts'
import { textLines } from './text-position.ts'

/** A workspace that remembers which files were understood in part only. */
export interface RecordedWorkspace extends Workspace {
  /** Of the files whose facts were asked for, those with places that could not be understood, by path. */
  partlyRead(): readonly PartlyReadFile[]
}

/** Stands before `workspace` and takes note of the facts it gives out. */
export function recordReads(workspace: Workspace): RecordedWorkspace {
  const partly = new Map<string, FileFacts>()
  return {
    paths: workspace.paths,
    otherPaths: workspace.otherPaths,
    layout: workspace.layout,
    text: (path) => workspace.text(path),
    mentions: (path, identifier) => workspace.mentions(path, identifier),
    mentioning: (identifier) => workspace.mentioning(identifier),
    facts(path) {
      const facts = workspace.facts(path)
      if (facts !== null && facts.unreadable.length > 0) partly.set(path, facts)
      return facts
    },
    partlyRead: () => [...partly.keys()].sort().flatMap((path) => describe(workspace, path, partly.get(path)?.unreadable ?? [])),
  }
}

function describe(workspace: Workspace, file: string, unreadable: FileFacts['unreadable']): readonly PartlyReadFile[] {
  const start = Math.min(...unreadable.map((span) => span.start))
  const more = unreadable.length - 1
  const reason = `syntax that could not be understood${more === 0 ? '' : `, here and in ${more} more ${more === 1 ? 'place' : 'places'}`}`
  return [{ file, line: textLines(workspace.text(file) ?? '').position(start).line, reason }]
}
