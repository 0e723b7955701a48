/** What one comment asks for. */
export interface Directive {
  readonly reach: 'line' | 'next-line' | 'statement' | 'next-statement' | 'file' | 'from-here' | 'up-to-here'
  /** Bare rule ids; `null` is every rule. */
  readonly rules: readonly string[] | null
  readonly reason: string | null
  /** One of ESLint's own comments. */
  readonly isForEslint?: true
}

const noqaForm = /#\s*noqa:([^#]*)/i
const ownForm = /#\s*taskwise:\s*ignore(-file)?(?![\w-])\s*(?:\[([^\]]*)\])?([^#]*)/
const eslintForm = /^#\s*eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)(.*)$/s
const eslintConfigForm = /^#\s*eslint\s(.*)$/s

/** A rule with its severity, as in `taskwise/rule-id: "off"`. */
const ruleSeverities = /["']?([@\w/-]+)["']?\s*:\s*(?:\[\s*)?["']?(off|warn|error|[012])(?![\w-])/g
const beginsWithRule = /^\s*["']?[@\w/-]+["']?\s*:\s*(?:\[|(["']?)(?:off|warn|error|[012])\1\s*(?:,|--|$))/

const eslintReaches: Readonly<Record<string, Directive['reach']>> = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  disable: 'from-here',
  enable: 'up-to-here',
}

/** Every directive in a comment; `standsAlone` where there is no code before it on its line. */
export function readDirectives(comment: string, standsAlone: boolean): Directive[] {
  return [readNoqa(comment), readOwn(comment, standsAlone), readEslint(comment), readEslintConfig(comment)].filter((directive) => directive !== null)
}

/** `# noqa: first, second`. A bare `# noqa` was written for other tools, and a colon followed by anything but codes asks for nothing. */
function readNoqa(comment: string): Directive | null {
  const list = noqaForm.exec(comment)?.[1]
  const rules = list === undefined ? [] : leadingCodes(list)
  return rules.length === 0 ? null : { reach: 'statement', rules, reason: null }
}

/** Codes are letters with digits, rule ids are words with hyphens; other words are remarks. */
function leadingCodes(list: string): string[] {
  const codes: string[] = []
  for (const word of list.split(/[\s,]+/).filter((part) => part !== '')) {
    if (!/^(?:[A-Za-z]+\d+|(?:taskwise\/)?[a-z]+(?:-[a-z\d]+)+)$/.test(word)) break
    codes.push(bareId(word))
  }
  return codes
}

/** `# taskwise: ignore[rule-id] reason` and `# taskwise: ignore-file[rule-id] reason` */
function readOwn(comment: string, standsAlone: boolean): Directive | null {
  const match = ownForm.exec(comment)
  if (match === null) return null
  const [, file, list, remark = ''] = match
  const reach = file !== undefined ? 'file' : standsAlone ? 'next-statement' : 'statement'
  return { reach, rules: list === undefined ? null : splitIds(list), reason: reasonIn(remark) }
}

/** `# eslint-disable-next-line taskwise/rule-id -- reason` and its kin. */
function readEslint(comment: string): Directive | null {
  const [, form = '', rest = ''] = eslintForm.exec(comment) ?? []
  const reach = eslintReaches[form]
  if (reach === undefined) return null
  const [list = '', ...remark] = rest.split(/\s-{2,}\s/)
  const rules = splitIds(list)
  return { reach, rules: rules.length === 0 ? null : rules, reason: reasonIn(remark.join(' -- ')), isForEslint: true }
}

/** `# eslint taskwise/rule-id: "off"`: rules that are switched off for the file. */
function readEslintConfig(comment: string): Directive | null {
  const rest = eslintConfigForm.exec(comment)?.[1]
  if (rest === undefined || !configuresRules(rest)) return null
  const [list = '', ...remark] = rest.split(/\s-{2,}\s/)
  const off = [...list.matchAll(ruleSeverities)].filter(([, , severity]) => severity === 'off' || severity === '0')
  if (off.length === 0) return null
  return { reach: 'file', rules: off.map(([, id = '']) => bareId(id)), reason: reasonIn(remark.join(' -- ')), isForEslint: true }
}

/** Whether what stands after `# eslint` in a comment gives rules a severity, and is not prose that begins with this word. */
export function configuresRules(rest: string): boolean {
  return beginsWithRule.test(rest)
}

function splitIds(list: string): string[] {
  return list
    .split(',')
    .map((id) => bareId(id.trim().replace(/^(["']?)(.*)\1$/s, '$2')))
    .filter((id) => id !== '')
}

function bareId(id: string): string {
  return id.replace(/^taskwise\//, '')
}

function reasonIn(remark: string): string | null {
  return remark.replace(/^[\s:–—-]+/, '').trimEnd() || null
}
