import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Secret } from '../../model/value.ts'
import { functionsAround } from '../facts/site.ts'
import { isOtherToken } from './secret-names.ts'

/** The names around a dispatch say that the value is no secret here. @param names of the task, job or queue. */
export function isSafeAround(file: FileFacts, call: Call, names: readonly (string | null | undefined)[], { evidence }: Secret): boolean {
  const around = functionsAround(file, call.function).map(({ name, class: owner }) => `${name} ${owner === null ? '' : (file.classes[owner]?.name ?? '')}`)
  return isOtherToken(evidence, [file.path, ...names, ...around].join(' '))
}
