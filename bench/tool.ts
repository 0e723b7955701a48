import { type Language } from './repository.ts'
import { type Command, type Outcome } from './timed-process.ts'

/** What a tool made of a folder. */
export interface Reading {
  readonly findings: number
  /** Files that the tool looked at. */
  readonly files: number
  /** Files among them that it could not read, or not to their end. */
  readonly unread: number
}

/** A program that is measured. */
export interface Tool {
  readonly name: string
  readonly version: string
  /** The language it reads; `null`: all that a review reads. */
  readonly language: Language | null
  /** What to run on a folder, given as an absolute path. */
  readonly command: (folder: string) => Command
  /** The exit codes of a run that came to its end, with findings or without. */
  readonly exitCodes: readonly number[]
  /** Reads a run's output. Throws a BenchError or a SyntaxError where it is not what such a run prints. */
  readonly read: (outcome: Outcome, folder: string) => Promise<Reading>
}
