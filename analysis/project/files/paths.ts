import { posix } from 'node:path'

/** The folder that a path from the root lies in; empty for the root itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** `folder` and the folders above it, up to the root, which is empty. */
export function foldersUpFrom(folder: string): readonly string[] {
  const folders = [folder]
  for (let at = folder; at !== ''; at = folderOf(at)) folders.push(folderOf(at))
  return folders
}

/** What `relative`, written in `folder`, stands for, seen from the root; `null`: something outside of it. */
export function resolvePath(folder: string, relative: string): string | null {
  const path = posix.join(folder, relative).replace(/\/+$/, '')
  if (path === '.') return ''
  return path === '..' || path.startsWith('../') || path.startsWith('/') ? null : path
}
