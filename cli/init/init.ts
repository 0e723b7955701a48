import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ReviewError } from '../../review/review-error.ts'
import { type ClientName, clientNames } from './client-names.ts'
import { clients, type Target } from './clients.ts'
import { isFolder } from './is-folder.ts'
import { readProjectFile, refusal, removeProjectFile, writeProjectFile } from './project-file.ts'

/** What becomes of one file, or of one folder that ends with `/`. */
export interface Step {
  /** Relative to the project, with `/`. */
  readonly place: string
  readonly state: 'created' | 'changed' | 'unchanged'
  /** The files to write and their whole text. */
  readonly writes: ReadonlyMap<string, string>
  /** Files to remove: of ours, and of no use any more. */
  readonly removes: readonly string[]
}

/**
 * What has to be written into a project so that the named clients find Taskwise; without names, those whose files are there. Nothing is written yet.
 * Throws a ReviewError for a folder that is not there, where no client is found, and for a file that cannot be understood.
 */
export function planInit(folder: string, names: readonly ClientName[]): readonly Step[] {
  if (!isFolder(folder)) throw new ReviewError(`\`${folder}\` is not a folder.`)
  const meant = names.length > 0 ? names : clientNames.filter((name) => clients[name].signs.some((sign) => existsSync(join(folder, sign))))
  if (meant.length === 0) {
    throw new ReviewError(`No files of an assistant are in \`${folder}\`. Say which one you use, for example \`taskwise init --client claude,agents\`.`)
  }
  return [...new Set(meant)].flatMap((name) => clients[name].targets(folder)).map((target) => planStep(folder, target))
}

/** Does what was planned for `folder`. Throws a ReviewError where a file cannot be written or removed. */
export function carryOut(folder: string, steps: readonly Step[]): void {
  for (const { writes, removes } of steps) {
    // What is written names the former pages no more, so that another run would not find one that was left.
    for (const path of removes) removeProjectFile(folder, path)
    for (const [path, text] of writes) writeProjectFile(folder, path, text)
  }
}

function planStep(folder: string, { place, files, former }: Target): Step {
  const writes = new Map<string, string>()
  let isNew = true
  for (const [path, textFor] of files) {
    const current = readProjectFile(folder, path)
    if (current !== null) isNew = false
    const text = wanted(path, current ?? '', textFor)
    if (text !== current) writes.set(path, text)
  }
  const removes = former?.((path) => readProjectFile(folder, path)) ?? []
  return { place, state: writes.size + removes.length === 0 ? 'unchanged' : isNew ? 'created' : 'changed', writes, removes }
}

function wanted(path: string, current: string, textFor: (current: string) => string): string {
  try {
    return textFor(current)
  } catch (error) {
    if (error instanceof ReviewError) throw refusal(path, error)
    throw error
  }
}
