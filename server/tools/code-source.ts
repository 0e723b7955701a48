import { isSourceFile } from '../../analysis/project/files/file-kind.ts'
import { RequestError } from '../request-error.ts'

const largestCode = 1024 * 1024

/** A piece of code that came with a request, as a file. */
export interface CodeSource {
  /** Where it would stand, relative to its project, with `/`. */
  readonly path: string
  readonly text: string
}

/** Takes `code` for a file named `filename`. Throws a `RequestError` where it is larger than 1 MiB, or its name tells no language that is read. */
export function asSource(code: string, filename = 'snippet.py'): CodeSource {
  if (Buffer.byteLength(code) > largestCode) throw new RequestError('The code is larger than 1 MiB; review it with `paths`.')
  const path = filename.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')
  if (!isSourceFile(path)) {
    throw new RequestError(`\`${filename}\` is no Python, TypeScript or JavaScript; give a \`filename\` with the ending of its language, such as \`.py\` or \`.ts\`.`)
  }
  return { path, text: code.replace(/^\uFEFF/, '') }
}
