import { realpathSync, statSync } from 'node:fs'
import { fileKind, isSourceFile } from './file-kind.ts'
import { isForeignName } from './foreign-folders.ts'
import { addFile, type Entry, skip, type Walk, walkFolder } from './walk.ts'

/**
 * Follows the links a walk has noted, and those met on the way, as far as they stay below its root. The walk has seen
 * the real folders by now, so a file with two paths is read once, under its real one.
 */
export function followLinks(walk: Walk): void {
  for (let link = walk.links.shift(); link !== undefined; link = walk.links.shift()) followLink(walk, link)
}

function followLink(walk: Walk, link: Entry): void {
  const target = targetOf(link.real)
  if (target === null) {
    if (isSourceFile(link.path)) skip(walk, link.path, 'a link that leads nowhere')
    return
  }
  if (!target.isFolder && fileKind(link.path) === null) return
  const found = { ...link, real: target.path }
  if (target.path !== walk.root && !target.path.startsWith(`${walk.root}/`)) skip(walk, link.path, 'a link that leads out of the reviewed folder')
  else if (leadsToForeignCode(walk, target.path)) return
  else if (target.isFolder) walkFolder(walk, found)
  else addFile(walk, found)
}

function targetOf(link: string): { readonly path: string; readonly isFolder: boolean } | null {
  try {
    const path = realpathSync(link)
    return { path, isFolder: statSync(path).isDirectory() }
  } catch {
    return null
  }
}

function leadsToForeignCode(walk: Walk, real: string): boolean {
  return real.slice(walk.root.length + 1).split('/').some(isForeignName)
}
