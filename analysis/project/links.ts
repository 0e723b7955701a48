import { realpathSync, statSync } from 'node:fs'
import { errorReason } from './error-reason.ts'
import { isForeignName } from './foreign-folders.ts'
import { addFile, type Entry, type Walk, walkFolder } from './walk.ts'

/**
 * Follows the links a walk has noted, and those met on the way, as far as they stay below its root. The walk has seen
 * the real folders by now, so a file with two paths is read once, under its real one.
 */
export function followLinks(walk: Walk): void {
  for (let link = walk.links.shift(); link !== undefined; link = walk.links.shift()) followLink(walk, link)
}

function followLink(walk: Walk, link: Entry): void {
  try {
    const real = realpathSync(link.real)
    const isFolder = statSync(real).isDirectory()
    if (!isFolder && !isInteresting(link)) return
    if (!real.startsWith(`${walk.root}/`)) walk.skipped.push({ file: link.path, reason: 'a link that leads out of the reviewed folder' })
    else if (leadsToForeignCode(walk, real)) return
    else if (isFolder) walkFolder(walk, { ...link, real })
    else addFile(walk, { ...link, real })
  } catch (error) {
    if (isInteresting(link)) walk.skipped.push({ file: link.path, reason: `could not be read: ${errorReason(error)}` })
  }
}

function isInteresting(link: Entry): boolean {
  return link.path.endsWith('.py')
}

function leadsToForeignCode(walk: Walk, real: string): boolean {
  return real.slice(walk.root.length + 1).split('/').some(isForeignName)
}
