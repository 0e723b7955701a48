const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links form a circle',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'no space is left on the device',
  EROFS: 'the file system is read-only',
}

/** Why the file system refused, in words that complete "could not be read: …". */
export function errorReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code !== null) return reasons[code] ?? code
  return error instanceof Error ? error.message : String(error)
}
