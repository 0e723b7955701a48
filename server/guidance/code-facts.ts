import type { Expression } from '../../analysis/model/expression.ts'
import type { FileFacts } from '../../analysis/model/file-facts.ts'

/** A name that a piece of code or a project uses, and how. */
export interface CodeFact {
  /** The last four are known of projects alone. */
  readonly kind: 'import' | 'call' | 'option' | 'setting' | 'decorator' | 'broker' | 'version' | 'results' | 'scheduler' | 'orm'
  readonly name: string
}

const brokers: readonly (readonly [scheme: RegExp, name: string])[] = [
  [/^rediss?:\/\//, 'redis'],
  [/^(?:amqps?|pyamqp):\/\//, 'rabbitmq'],
  [/^sqs:\/\//, 'sqs'],
]

/** The names that a file imports, calls, decorates with, sets and passes as options, each once, and the broker that an address in it names. */
export function readCodeFacts(facts: FileFacts): readonly CodeFact[] {
  const found: readonly CodeFact[] = [
    ...facts.imports.map(({ module, name }) => fact('import', name === null || name === '*' ? (module.split('.').at(-1) ?? '') : name)),
    ...facts.functions.flatMap(({ decorators }) => decorators.map(({ expression }) => fact('decorator', nameOf(expression, facts)))),
    ...facts.calls.flatMap(({ callee, arguments: given }) => [
      fact('call', nameOf(callee, facts)),
      ...given.flatMap(({ name, value }) => [...(name === null ? [] : [fact('option', name)]), ...brokerOf(value)]),
    ]),
    ...facts.functions.flatMap(({ bindings }) => bindings.flatMap(({ target, value }) => [...settingOf(target), ...(value === null ? [] : brokerOf(value))])),
  ]
  return [...new Map(found.filter(({ name }) => name !== '').map((each) => [each.name, each])).values()]
}

function fact(kind: CodeFact['kind'], name: string): CodeFact {
  return { kind, name }
}

/** The last name of what is called or decorated with; empty where it has none. */
function nameOf(expression: Expression, facts: FileFacts): string {
  if (expression.kind === 'name' || expression.kind === 'member') return expression.name
  if (expression.kind !== 'call') return ''
  const call = facts.calls[expression.call]
  return call === undefined ? '' : nameOf(call.callee, facts)
}

/** `CELERY_TASK_ACKS_LATE` and `app.conf.task_acks_late` as `task_acks_late`. */
function settingOf(target: string): readonly CodeFact[] {
  const last = target.split('.').at(-1) ?? ''
  if (/^CELERY(?:D|BEAT)?_/.test(last)) return [fact('setting', last), fact('setting', last.replace(/^CELERY_/, '').toLowerCase())]
  return target.includes('conf.') ? [fact('setting', last)] : []
}

function brokerOf(value: Expression): readonly CodeFact[] {
  if (value.kind !== 'literal' || typeof value.value !== 'string') return []
  const address = value.value
  return brokers.flatMap(([scheme, name]) => (scheme.test(address) ? [fact('broker', name)] : []))
}
