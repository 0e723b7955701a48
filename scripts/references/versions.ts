/** What a section says of versions, such as `Celery >= 5.5 < 5.7, Django >= 4.2`: each bound of each product. */
export interface Bound {
  /** Lower case. */
  readonly product: string
  readonly operator: '>=' | '>' | '<=' | '<' | '=='
  readonly version: string
}

const products = new Set([
  'celery',
  'kombu',
  'billiard',
  'python',
  'django',
  'django-celery-beat',
  'django-celery-results',
  'django-guid',
  'django-tasks',
  'flower',
  'redbeat',
  'redis',
  'redis-py',
  'rabbitmq',
  'postgresql',
  'prometheus',
  'kubernetes',
  'keda',
  'docker',
  'systemd',
  'supervisor',
  'opentelemetry',
  'sentry-sdk',
  'pytest-celery',
  'pytest-django',
])

/** Reads what stands behind `versions:`. Throws an Error that names the part that cannot be read. */
export function readBounds(text: string): readonly Bound[] {
  return text.split(/,\s*/).flatMap((clause) => {
    const [, product = '', rest = ''] = /^([A-Za-z][\w-]*)\s*(.*)$/.exec(clause) ?? []
    if (!products.has(product.toLowerCase())) throw new Error(`"${clause}" does not begin with a product that is known here`)
    return readRange(rest).map((bound) => ({ product: product.toLowerCase(), ...bound }))
  })
}

/** Reads bounds without a product, such as `>=5.4` or `>= 5.5 < 5.7`. Throws an Error where there are none. */
export function readRange(text: string): readonly Omit<Bound, 'product'>[] {
  const form = /(>=|<=|==|>|<)\s*(\d+(?:\.\d+)*)/g
  const bounds = [...text.matchAll(form)].map(([, operator = '', version = '']) => ({ operator: operator as Bound['operator'], version }))
  if (bounds.length === 0 || text.replace(form, '').trim() !== '') throw new Error(`"${text}" is no range of versions such as ">= 5.4" or ">= 5.5 < 5.7"`)
  return bounds
}

/** Whether a version lies within a bound, number by number. */
export function isWithin(version: string, { operator, version: limit }: Omit<Bound, 'product'>): boolean {
  const difference = compareVersions(version, limit)
  if (operator === '==') return difference === 0
  if (operator.startsWith('>')) return difference > 0 || (operator === '>=' && difference === 0)
  return difference < 0 || (operator === '<=' && difference === 0)
}

function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => text.split('.').map(Number))
  for (let index = 0; index < Math.max(first?.length ?? 0, second?.length ?? 0); index += 1) {
    const difference = (first?.[index] ?? 0) - (second?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
