import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'smol-toml'
import { errorReason } from '../analysis/project/files/error-reason.ts'
import { parseConfiguration } from './parse-configuration.ts'
import { ReviewError } from './review-error.ts'
import type { RuleSetting } from './rule-selection.ts'
import { boundaryAround } from './targets.ts'

/** What a project has decided about its reviews. */
export interface Configuration {
  /** Absolute; what `exclude` is relative to. */
  readonly folder: string
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Patterns in the notation of `.gitignore`. */
  readonly exclude: readonly string[]
}

/**
 * The configuration that holds for `root`: `taskwise.config.json`, or else the table `[tool.taskwise]` of
 * `pyproject.toml`, in the nearest folder from `root` up to the repository's top, never outside `boundaries` (`null`: no limit).
 * Throws a ReviewError that names file and key where it cannot be read or says something unknown.
 */
export function findConfiguration(root: string, boundaries: readonly string[] | null, ruleIds: readonly string[]): Configuration {
  for (let folder = root; boundaries === null || boundaryAround(folder, boundaries) !== null; folder = dirname(folder)) {
    const values = readJson(join(folder, 'taskwise.config.json'), boundaries) ?? readToml(join(folder, 'pyproject.toml'), boundaries)
    if (values !== null) return { folder, ...parseConfiguration(values.value, values.source, ruleIds) }
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) break
  }
  return { folder: root, rules: new Map(), exclude: [] }
}

/** A value and where it stands, in words. */
interface Values {
  readonly value: unknown
  readonly source: string
}

function readJson(file: string, boundaries: readonly string[] | null): Values | null {
  const text = readOptional(file, boundaries)
  if (text === null) return null
  try {
    return { value: JSON.parse(text), source: file }
  } catch (error) {
    throw new ReviewError(`${file} is not valid JSON: ${errorReason(error)}`)
  }
}

function readToml(file: string, boundaries: readonly string[] | null): Values | null {
  const text = readOptional(file, boundaries)
  if (text === null || !text.includes('taskwise')) return null
  try {
    const { tool } = parse(text)
    const isTable = typeof tool === 'object' && 'taskwise' in tool
    return isTable ? { value: tool.taskwise, source: `${file}, [tool.taskwise]` } : null
  } catch (error) {
    throw new ReviewError(`${file} is not valid TOML: ${errorReason(error).split('\n')[0] ?? ''}`)
  }
}

/** `null` where there is no such file, or a link that leads out of the boundaries. */
function readOptional(file: string, boundaries: readonly string[] | null): string | null {
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return null
    if (boundaries !== null && boundaryAround(realpathSync(file), boundaries) === null) return null
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new ReviewError(`${file} could not be read: ${errorReason(error)}.`)
  }
}
