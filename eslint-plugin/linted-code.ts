import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { RuleContext } from '@eslint/core'
import { isSourceFile } from '../analysis/project/files/file-kind.ts'
import { checkText, type FileCheck, nothingFound } from './project/check-file.ts'
import { checkInProject } from './project/projects.ts'
import { readSettings } from './project/settings.ts'
import { extensionFor, type LintedSource } from './linted-source.ts'

/** In UTF-16 units. A review leaves out larger files: they are data made by machines. */
const longestText = 2 * 1024 * 1024

/** Checks what a rule was called for. Throws a ReviewError where the settings or the project's configuration are wrong. */
export function checkLinted(context: RuleContext, source: LintedSource): FileCheck {
  const { filename, physicalFilename, settings, cwd } = context
  const { text } = source
  if (text.length > longestText) return nothingFound
  // A block of code in a document has a name of its own below that of the document.
  const isWholeFile = isAbsolute(filename) && filename === physicalFilename && isSourceFile(filename)
  if (!isWholeFile) return checkText(`code${extensionFor(filename, source)}`, text)
  return checkInProject(realPath(filename), text, readSettings(settings), realPath(cwd))
}

/** A file that was never saved has no real path of its own. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path === dirname(path) ? path : join(realPath(dirname(path)), basename(path))
  }
}
