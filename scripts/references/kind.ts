/** What checks a code block. `text` is a log, which only a reader can check. */
export type Kind =
  | 'python run'
  | 'python fragment'
  | 'shell'
  | 'systemd'
  | 'supervisor'
  | 'compose'
  | 'kubernetes'
  | 'prometheus rules'
  | 'prometheus settings'
  | 'dockerfile'
  | 'toml'
  | 'json'
  | 'text'

const plain = new Map<string, Kind>([
  ['python run', 'python run'],
  ['python fragment', 'python fragment'],
  ['shell', 'shell'],
  ['dockerfile', 'dockerfile'],
  ['text', 'text'],
])

const named: readonly (readonly [language: string, file: RegExp, kind: Kind])[] = [
  ['ini', /\.(service|timer|socket|target)$/, 'systemd'],
  ['ini', /^supervisord?\.conf$/, 'supervisor'],
  ['yaml', /^compose(\.[\w-]+)?\.ya?ml$/, 'compose'],
  ['yaml', /^(k8s|keda)([.-][\w-]+)?\.ya?ml$/, 'kubernetes'],
  ['yaml', /^([\w-]+\.)?rules\.ya?ml$/, 'prometheus rules'],
  ['yaml', /^prometheus\.ya?ml$/, 'prometheus settings'],
  ['toml', /\.toml$/, 'toml'],
  ['json', /\.json$/, 'json'],
]

/** The kind of block that an info string stands for, such as `ini file=worker.service`; `null` where nothing could check it. */
export function kindOf(info: string): Kind | null {
  const [, language, file = ''] = /^([a-z]+) file=([\w.@-]+)$/.exec(info) ?? []
  if (language === undefined) return plain.get(info) ?? null
  return named.find(([known, pattern]) => known === language && pattern.test(file))?.[2] ?? null
}

/** The name of the file that an info string gives; `null` where it gives none. */
export function fileOf(info: string): string | null {
  return / file=(\S+)$/.exec(info)?.[1] ?? null
}
