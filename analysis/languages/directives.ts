/** What one comment asks for. */
export interface Directive {
  readonly reach: 'line' | 'next-line' | 'statement' | 'next-statement' | 'file' | 'from-here' | 'up-to-here'
  /** Bare rule ids; `null` is every rule. */
  readonly rules: readonly string[] | null
  readonly reason: string | null
  /** One of ESLint's own comments. */
  readonly isForEslint?: true
}

const ownForm = /^\s*taskwise:\s*ignore(-file)?(?![\w-])\s*(?:\[([^\]]*)\])?(.*)$/s
const eslintForm = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)(.*)$/s
const eslintConfigForm = /^\s*eslint\s(.*)$/s

/** A rule with its severity, as in `taskwise/rule-id: "off"`. */
const ruleSeverities = /["']?([@\w/-]+)["']?\s*:\s*(?:\[\s*)?["']?(off|warn|error|[012])(?![\w-])/g
const beginsWithRule = /^\s*["']?[@\w/-]+["']?\s*:\s*(?:\[|(["']?)(?:off|warn|error|[012])\1\s*(?:,|--|$))/

const eslintReaches: Readonly<Record<string, Directive['reach']>> = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  disable: 'from-here',
  enable: 'up-to-here',
}

/**
 * `taskwise: ignore[rule-id] reason` and `taskwise: ignore-file[rule-id] reason`, in the first of a comment's parts that is one;
 * `standsAlone` where there is no code before the comment on its line.
 */
export function readOwnDirective(parts: readonly string[], standsAlone: boolean): Directive | null {
  const match = parts.map((part) => ownForm.exec(part)).find((found) => found !== null)
  if (match === undefined) return null
  const [, file, list, remark = ''] = match
  const reach = file !== undefined ? 'file' : standsAlone ? 'next-statement' : 'statement'
  return { reach, rules: list === undefined ? null : splitIds(list), reason: reasonIn(remark) }
}

/** `eslint-disable-next-line taskwise/rule-id -- reason` and its kin, in a comment without its sign. */
export function readEslintDirective(comment: string): Directive | null {
  const [, form = '', rest = ''] = eslintForm.exec(comment) ?? []
  const reach = eslintReaches[form]
  if (reach === undefined) return null
  const [list = '', ...remark] = rest.split(/\s-{2,}\s/)
  const rules = splitIds(list)
  return { reach, rules: rules.length === 0 ? null : rules, reason: reasonIn(remark.join(' -- ')), isForEslint: true }
}

/** `eslint taskwise/rule-id: "off"`: rules that are switched off for the file, in a comment without its sign. */
export function readEslintConfig(comment: string): Directive | null {
  const rest = eslintConfigForm.exec(comment)?.[1]
  if (rest === undefined || !configuresRules(rest)) return null
  const [list = '', ...remark] = rest.split(/\s-{2,}\s/)
  const off = [...list.matchAll(ruleSeverities)].filter(([, , severity]) => severity === 'off' || severity === '0')
  if (off.length === 0) return null
  return { reach: 'file', rules: off.map(([, id = '']) => bareId(id)), reason: reasonIn(remark.join(' -- ')), isForEslint: true }
}

/** Whether what stands after `eslint` in a comment gives rules a severity, and is not prose that begins with this word. */
export function configuresRules(rest: string): boolean {
  return beginsWithRule.test(rest)
}

function splitIds(list: string): string[] {
  return list
    .split(',')
    .map((id) => bareId(id.trim().replace(/^(["']?)(.*)\1$/s, '$2')))
    .filter((id) => id !== '')
}

/** A rule's id without the name of the plugin. */
export function bareId(id: string): string {
  return id.replace(/^taskwise\//, '')
}

function reasonIn(remark: string): string | null {
  return remark.replace(/^[\s:–—-]+/, '').trimEnd() || null
}
