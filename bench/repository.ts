import { readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { languageOf } from '../analysis/languages/source-language.ts'
import { discoverFiles } from '../analysis/project/files/discover.ts'
import { BenchError } from './bench-error.ts'

/** JavaScript counts as TypeScript. */
export type Language = NonNullable<ReturnType<typeof languageOf>>

/** A folder to measure on, and how much there is to read. */
export interface Repository {
  readonly name: string
  /** Absolute path. */
  readonly folder: string
  /** What a review reads, by language, the largest part first. */
  readonly parts: readonly Part[]
  /** The language of the largest part. */
  readonly language: Language
}

/** What is written in one language. */
export interface Part {
  readonly language: Language
  readonly files: number
  readonly lines: number
  readonly bytes: number
}

const languages: readonly Language[] = ['python', 'typescript']

/** Looks at a folder given on the command line. Throws a BenchError where it is none, or has nothing to review in it. */
export function openRepository(path: string): Repository {
  const folder = resolve(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new BenchError(`${path} is not a folder.`)
  const parts = languages
    .map((language) => measurePart(folder, language))
    .filter(({ files }) => files > 0)
    .sort((left, right) => right.bytes - left.bytes)
  const [largest] = parts
  if (largest === undefined) throw new BenchError(`${path} has no file to review.`)
  return { name: basename(folder), folder, parts, language: largest.language }
}

/** The files in `language` that a review of `folder` reads, relative to it. */
export function sourceFiles(folder: string, language: Language): readonly string[] {
  return discoverFiles(folder).sources.filter((file) => languageOf(file) === language)
}

function measurePart(folder: string, language: Language): Part {
  const contents = sourceFiles(folder, language).map((file) => readFileSync(join(folder, file)))
  return {
    language,
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
