import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { errorReason } from '../../analysis/project/files/error-reason.ts'
import { ReviewError } from '../../review/review-error.ts'
import { writeAtomically } from '../../review/write-atomically.ts'

/** The text of a file below `folder`, a byte order mark included; `null` where there is none. Throws a ReviewError for one that must not be touched. */
export function readProjectFile(folder: string, path: string): string | null {
  try {
    if (!isInside(folder, path)) throw new ReviewError('a link leads out of the project')
    if (lstatSync(join(folder, path), { throwIfNoEntry: false }) === undefined) return null
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(folder, path)))
  } catch (error) {
    throw refusal(path, error instanceof TypeError ? 'it is not text in UTF-8' : error)
  }
}

/** Writes a file below `folder`, whole or not at all, and the folders that it needs. Throws a ReviewError where it cannot. */
export function writeProjectFile(folder: string, path: string, text: string): void {
  try {
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    writeAtomically(existsSync(place) ? realpathSync(place) : place, text)
  } catch (error) {
    throw new ReviewError(`\`${path}\` could not be written: ${errorReason(error)}.`)
  }
}

/** Removes a file below `folder`, and the folder that it leaves empty. Throws a ReviewError where it cannot. */
export function removeProjectFile(folder: string, path: string): void {
  try {
    const place = join(folder, path)
    rmSync(place, { force: true })
    if (existsSync(dirname(place)) && readdirSync(dirname(place)).length === 0) rmdirSync(dirname(place))
  } catch (error) {
    throw new ReviewError(`\`${path}\` could not be removed: ${errorReason(error)}.`)
  }
}

/** Why a file is left alone, as an error for the person who has to look at it. */
export function refusal(path: string, error: unknown): ReviewError {
  const reason = typeof error === 'string' ? error : error instanceof ReviewError ? error.message : errorReason(error)
  return new ReviewError(`\`${path}\` was left alone, and nothing was written: ${reason}.`)
}

/** Whether the path, or as much of it as exists, is in `folder` when all links are followed. */
function isInside(folder: string, path: string): boolean {
  const place = join(folder, path)
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return path === '.' || isInside(folder, dirname(path))
  const way = relative(realpathSync(folder), realpathSync(place))
  return !way.startsWith('..') && !isAbsolute(way)
}
