import { celerySettings, oldSettingNames, settingSections, unlistedSettings } from '../../frameworks/celery-setting-names.ts'
import { nearMiss } from './near-miss.ts'

/** What a name in a settings module is to the framework. */
export type NameVerdict =
  /** The framework reads it. */
  | { readonly kind: 'read' }
  /** It would read `readAs` in its place. `old`: a name from an earlier generation, `wrong`: one that never was. */
  | { readonly kind: 'old' | 'wrong'; readonly readAs: string }

const shortestSlip = 8
const known: ReadonlySet<string> = new Set([...celerySettings, ...unlistedSettings])

/** `null`: a name of the project's own. @param prefix of the names that the app reads: `CELERY_`. */
export function judgeName(name: string, prefix: string): NameVerdict | null {
  const own = name.startsWith(prefix) ? name.slice(prefix.length).toLowerCase() : null
  if (own !== null && known.has(own)) return { kind: 'read' }
  const renamed = oldSettingNames.get(name)
  if (renamed !== undefined) return { kind: 'old', readAs: written(prefix, renamed) }
  const meant = own === null ? withoutPrefix(name) : (slipOf(own) ?? withoutSection(own))
  return meant === null ? null : { kind: 'wrong', readAs: written(prefix, meant) }
}

/** The same for a name that is given to an app itself, without a prefix. */
export function judgePlainName(name: string): NameVerdict | null {
  if (known.has(name)) return { kind: 'read' }
  const meant = /^[a-z][a-z0-9_]*$/.test(name) ? (slipOf(name) ?? withoutSection(name)) : null
  return meant === null ? null : { kind: 'wrong', readAs: meant }
}

function written(prefix: string, setting: string): string {
  return prefix + setting.toUpperCase()
}

/** `TASK_ACKS_LATE`: the prefix is missing. Names of the broader sections are common words, and left alone. */
function withoutPrefix(name: string): string | null {
  const setting = name.toLowerCase()
  return celerySettings.has(setting) && settingSections.some((section) => setting.startsWith(section)) ? setting : null
}

function slipOf(own: string): string | null {
  return own.length < shortestSlip ? null : nearMiss(own, known)
}

/** `CELERY_MAX_TASKS_PER_CHILD`: the section (`WORKER_`) is missing, or it is another one's. One word alone says too little. */
function withoutSection(own: string): string | null {
  const missing = settingSections.map((section) => section + own).filter((setting) => celerySettings.has(setting))
  const section = settingSections.find((each) => own.startsWith(each)) ?? ''
  const rest = own.slice(section.length)
  const moved = settingSections.map((each) => each + rest).filter((setting) => celerySettings.has(setting))
  const [meant, ...others] = missing.length > 0 ? missing : moved
  return meant !== undefined && others.length === 0 && rest.includes('_') ? meant : null
}
