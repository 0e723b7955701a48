import { readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { discoverFiles } from '../analysis/project/files/discover.ts'
import { BenchError } from './bench-error.ts'

/** A folder to measure on, and how much there is to read. */
export interface Repository {
  readonly name: string
  /** Absolute path. */
  readonly folder: string
  /** Python files that a review reads. */
  readonly files: number
  readonly lines: number
  readonly bytes: number
}

/** Looks at a folder given on the command line. Throws a BenchError where it is none, or has no Python in it. */
export function openRepository(path: string): Repository {
  const folder = resolve(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new BenchError(`${path} is not a folder.`)
  const contents = discoverFiles(folder).sources.map((file) => readFileSync(join(folder, file)))
  if (contents.length === 0) throw new BenchError(`${path} has no Python file to review.`)
  return {
    name: basename(folder),
    folder,
    files: contents.length,
    lines: contents.reduce((sum, bytes) => sum + countLines(bytes), 0),
    bytes: contents.reduce((sum, { length }) => sum + length, 0),
  }
}

/** Lines as an editor numbers them, without the empty one after the last line end. */
export function countLines(bytes: Uint8Array): number {
  let lines = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}
