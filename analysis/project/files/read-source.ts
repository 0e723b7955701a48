import { readFileSync } from 'node:fs'
import { decodeSource, type Decoded } from './decode.ts'
import { errorReason } from './error-reason.ts'

/** A file's text, or why there is none; `isFailure` where the file system refused to give it. */
export type ReadSource = Decoded & { readonly isFailure: boolean }

/** Reads and decodes one source file. Never throws. */
export function readSource(file: string): ReadSource {
  try {
    return { ...decodeSource(readFileSync(file)), isFailure: false }
  } catch (error) {
    return { text: null, reason: `could not be read: ${errorReason(error)}`, isFailure: true }
  }
}
