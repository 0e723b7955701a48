import { posix } from 'node:path'

/**
 * Pages below the skill's folder that came with an earlier version and are not among `files`, those of this one. A page is known to have come with it
 * when the index that lies there, or an outline that the index names, links to it by the title that it has. `read` gives what a path below the
 * folder holds, `null` where there is nothing.
 */
export function formerPages(files: ReadonlyMap<string, string>, read: (path: string) => string | null): readonly string[] {
  const outlines = linkedFrom('SKILL.md', read)
  return [...outlines.flatMap((path) => linkedFrom(path, read)), ...outlines].filter((path) => !files.has(path))
}

function linkedFrom(from: string, read: (path: string) => string | null): readonly string[] {
  const links = (read(from) ?? '').matchAll(/^- \[(.+?)\]\(([a-z0-9-]+\/[a-z0-9-]+\.md)\)/gm)
  return [...links].flatMap(([, title, link = '']) => {
    const path = posix.join(posix.dirname(from), link)
    return /^# (.+)/.exec(read(path) ?? '')?.[1]?.trim() === title ? [path] : []
  })
}
