import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** Which paths git would leave out. Paths are relative to the reviewed folder, with `/`. */
export interface IgnoreRules {
  /** True where the path is left out, given that the folders above it are not. */
  ignores(path: string, isFolder: boolean): boolean
  /** These rules and, with more weight, the lines of an ignore file that lies in `folder` (empty: the reviewed folder). */
  with(folder: string, lines: string): IgnoreRules
}

const newMatcher = (): Ignore => ignore({ ignoreCase: false })

const noRules: IgnoreRules = {
  ignores: () => false,
  with: (folder, lines) => extend(noRules, newMatcher(), rebase(lines, folder)),
}

/**
 * The rules that hold in `root` before its own ignore files are read: `.git/info/exclude` and the `.gitignore` files of
 * the repository's folders above it. Nothing above `boundary` is looked at; `null` sets no limit.
 */
export function inheritedRules(root: string, boundary: string | null): IgnoreRules {
  const top = repositoryOf(root, boundary)
  if (top === null) return noRules
  const prefix = prefixOf(top, root)
  let rules = noRules.with('', readIgnoreFile(join(top, '.git', 'info', 'exclude')))
  const segments = prefix.split('/').slice(0, -1)
  for (const [depth] of segments.entries()) {
    const folder = segments.slice(0, depth).join('/')
    rules = rules.with(folder, readIgnoreFile(join(top, folder, '.gitignore')))
  }
  return below(rules, prefix)
}

/** The text of an ignore file; empty where there is none or it cannot be read. As in git, it may not be a link. */
export function readIgnoreFile(file: string): string {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : ''
  } catch {
    return ''
  }
}

/**
 * Rules from patterns in the notation of `.gitignore` that are relative to `folder`, for paths that are relative to
 * `root`. Both are absolute, and `root` is `folder` or lies below it.
 */
export function rulesOf(patterns: readonly string[], folder: string, root: string): IgnoreRules {
  return below(noRules.with('', patterns.join('\n')), prefixOf(folder, root))
}

function rulesFrom(matcher: Ignore): IgnoreRules {
  return {
    ignores: (path, isFolder) => matcher.ignores(isFolder ? `${path}/` : path),
    with: (folder, lines) => extend(rulesFrom(matcher), matcher, rebase(lines, folder)),
  }
}

function extend(rules: IgnoreRules, matcher: Ignore, patterns: string): IgnoreRules {
  return patterns === '' ? rules : rulesFrom(newMatcher().add(matcher).add(patterns))
}

/** The same rules for paths that are relative to a folder below. Whoever names an ignored folder wants it reviewed. */
function below(rules: IgnoreRules, prefix: string): IgnoreRules {
  if (prefix === '') return rules
  return rules.ignores(prefix.slice(0, -1), true) ? noRules : prefixed(rules, prefix)
}

function prefixed(rules: IgnoreRules, prefix: string): IgnoreRules {
  return {
    ignores: (path, isFolder) => rules.ignores(prefix + path, isFolder),
    with: (folder, lines) => prefixed(rules.with((prefix + folder).replace(/\/$/, ''), lines), prefix),
  }
}

/** Rewrites patterns that are relative to `folder` so that they are relative to the top. */
function rebase(lines: string, folder: string): string {
  const patterns = lines.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  if (folder === '') return patterns.join('\n')
  const base = `/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}/`
  return patterns.map((line) => rebasePattern(line, base)).join('\n')
}

function rebasePattern(line: string, base: string): string {
  const negation = line.startsWith('!') ? '!' : ''
  const pattern = line.slice(negation.length)
  const isAnchored = /\/(?!\s*$)/.test(pattern)
  return negation + base + (isAnchored ? pattern.replace(/^\//, '') : `**/${pattern}`)
}

function repositoryOf(root: string, boundary: string | null): string | null {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === boundary || folder === dirname(folder)) return null
  }
}

/** From `folder` down to `root`: empty, or with a slash at its end. */
function prefixOf(folder: string, root: string): string {
  const path = relative(folder, root).split(sep).join('/')
  return path === '' ? '' : `${path}/`
}
