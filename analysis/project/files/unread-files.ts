import { join } from 'node:path'
import { readSource } from './read-source.ts'
import type { SkippedFile } from './walk.ts'

/** The files among `paths` whose text cannot be had, with the reason. @param root absolute. */
export function findUnreadFiles(root: string, paths: readonly string[]): readonly SkippedFile[] {
  return paths.flatMap((file) => {
    const { text, reason, isFailure } = readSource(join(root, file))
    return text === null ? [{ file, reason, isFailure }] : []
  })
}
