import type { LockedVersion } from './lock-files.ts'

/** `yarn.lock`, of Yarn 1 and of its later versions: an entry lists all specifiers that it answers, then its version. */
export function readYarnLock(text: string): LockedVersion {
  const versions = new Map<string, string>()
  for (const [, specifiers = '', version = ''] of text.matchAll(/^(\S.*):\r?\n(?: {2,}(?!version\b).*\r?\n)*? {2}version:? "?([^"\s]+)"?\r?$/gm)) {
    for (const specifier of specifiers.replaceAll('"', '').split(', ')) versions.set(specifier.replace('@npm:', '@'), version)
  }
  return ({ name, specifier }) => versions.get(`${name}@${specifier.replace(/^npm:/, '')}`) ?? null
}
