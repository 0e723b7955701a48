import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { Recurrence, RecurrenceField } from '../../analysis/model/schedule.ts'
import { countValues } from './pattern.ts'

export const rule: Rule = {
  id: 'crontab-fires-every-minute',
  summary: 'A schedule sets a large unit and leaves a smaller one open, so it fires far more often than it reads.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: ['periodic-tasks#crontab-fields'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.recurrences.flatMap((recurrence) => {
    const open = findOpenField(recurrence)
    return open === undefined ? [] : [{ message: describe(recurrence, open), span: recurrence.span }]
  })
}

/** How many of the unit there are. Days and months are not here: "every day of March" reads as it runs. */
const unitSizes: Readonly<Record<string, number>> = { second: 60, minute: 60, hour: 24 }

/**
 * The smallest unit left open although a larger one is set. Beside an open hour, every quarter of an hour or a span of days
 * means "all day long"; `minute=0` on one day means that the hour was forgotten.
 */
function findOpenField({ fields }: Recurrence): RecurrenceField | undefined {
  return fields.find((field, index) => {
    const isOpen = field.unit in unitSizes && field.pattern.state === 'absent'
    const larger = fields.slice(index + 1).filter(isSet)
    if (!isOpen || larger.length === 0) return false
    return index === 0 || [...fields.slice(0, index), ...larger].every(isSingle)
  })
}

/** One number or name: no star, span, step or list. */
function isSingle({ pattern }: RecurrenceField): boolean {
  return pattern.state === 'known' && /^\w+$/.test(pattern.value)
}

/** Given, and not with a star: an explicit star is what its author wants. */
function isSet({ pattern }: RecurrenceField): boolean {
  return pattern.state === 'dynamic' || (pattern.state === 'known' && pattern.value !== '*')
}

function describe({ fields }: Recurrence, open: RecurrenceField): string {
  const limit = fields.slice(fields.indexOf(open) + 1).find(isSet)
  const within = limit?.pattern.state === 'known' ? `\`${limit.unit}=${limit.pattern.value}\`` : `the given \`${limit?.unit ?? ''}\``
  const times = countPerDay(fields)
  const often = times === null ? '' : `, ${times} times a day`
  return `This schedule fires every ${open.unit} of ${within}${often}; \`${open.unit}\` defaults to \`*\`, so set it.`
}

function countPerDay(fields: readonly RecurrenceField[]): number | null {
  return fields.reduce<number | null>((product, { unit, pattern }) => {
    const size = unitSizes[unit]
    if (size === undefined || product === null) return product
    if (pattern.state === 'dynamic') return null
    const count = pattern.state === 'absent' ? size : countValues(pattern.value, size)
    return count === null ? null : product * count
  }, 1)
}
