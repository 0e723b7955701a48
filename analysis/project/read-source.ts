import { readFileSync } from 'node:fs'
import { decodeSource, type Decoded } from './decode.ts'
import { errorReason } from './error-reason.ts'

/** Reads and decodes one source file; a file that cannot be read has a reason instead of a text. */
export function readSource(file: string): Decoded {
  try {
    return decodeSource(readFileSync(file))
  } catch (error) {
    return { text: null, reason: `could not be read: ${errorReason(error)}` }
  }
}
