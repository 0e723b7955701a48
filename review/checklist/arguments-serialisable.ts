import { countOf, failureBy, placeOf, shorten, type CheckedTasks, type Verdict } from './verdict.ts'

const rules: ReadonlySet<string> = new Set(['object-argument'])

/** What goes into a message must be plain data. */
export function argumentsSerialisable(checked: CheckedTasks): Verdict {
  const failure = failureBy(rules, checked)
  if (failure !== null) return failure
  const { dispatches, lineOf } = checked
  if (dispatches.length === 0) return { verdict: 'unknown', reason: 'nothing is sent from here' }
  const values = dispatches.flatMap(({ file, payload }) => payload.flatMap((argument) => argument.values.map((value) => ({ file, ...value }))))
  if (values.length === 0) return { verdict: 'unknown', reason: `no argument is in sight of ${countOf(dispatches, dispatches, 'dispatch')}` }
  const unclear = values.filter(({ isPlain }) => isPlain !== true)
  if (unclear.length === 0) return { verdict: 'pass', reason: `${countOf(values, values, 'argument')} in sight: identifiers and plain values` }
  const places = unclear.map(({ text, file, span }) => `\`${text}\` (${placeOf(file, span, lineOf)})`)
  return { verdict: 'unknown', reason: `the type of ${countOf(unclear, values, 'argument')} cannot be told: ${shorten(places)}` }
}
