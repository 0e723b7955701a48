import { hint } from '../../review/nearest-name.ts'
import { ReviewError } from '../../review/review-error.ts'

/** What `settings.taskwise` of a configuration says. */
export interface Settings {
  /** Folders that are linked together, absolute or relative to ESLint's working directory; none: found from the linted file. */
  readonly roots: readonly string[]
}

const keys = ['root']

/** Checks all `settings` of a configuration. Throws a ReviewError for anything unknown, so that a misspelled word never passes for a decision. */
export function readSettings(settings: unknown): Settings {
  const value = isTable(settings) ? (settings['taskwise'] ?? {}) : {}
  if (!isTable(value)) throw new ReviewError('`settings.taskwise` must be an object such as `{ root: "backend" }`.')
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) throw new ReviewError(`\`settings.taskwise\`: there is no key \`${key}\`${hint(key, keys)}`)
  }
  const root = value['root'] ?? []
  const roots: unknown = typeof root === 'string' ? [root] : root
  if (Array.isArray(roots) && roots.every((folder) => typeof folder === 'string')) return { roots }
  throw new ReviewError('`settings.taskwise.root` must be a folder, or a list of folders.')
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
