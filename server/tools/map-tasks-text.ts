import { printable } from '../../review/reporters/printable.ts'
import type { AnsweredSender, AnsweredTask, MapAnswer } from './map-tasks.ts'

/** The answer in words, with everything that its data says but the drawing. */
export function showTaskMap({ root, tasks, problems }: MapAnswer): string {
  const heading = tasks.length === 0 ? `No tasks in ${root}.` : `${String(tasks.length)} ${tasks.length === 1 ? 'task' : 'tasks'} in ${root}.`
  return [heading, ...tasks.map(showTask), ...problems].map((part) => part.split('\n').map(printable).join('\n')).join('\n\n')
}

function showTask({ name, file, line, queue, retry, limits, schedules, dispatched_from: senders }: AnsweredTask): string {
  const set = Object.entries(limits).map(([kind, value]) => `${kind.replace('_', ' ')} ${value === null ? 'not known' : String(value)}${unitOf(kind, value)}`)
  return [
    `${name} (${file}:${String(line)})`,
    ...(queue === null ? [] : [`  queue: ${queue}`]),
    ...(retry === null ? [] : [`  retry: ${retryWords[retry.by]}, ${howOften(retry.limit)}`]),
    ...(set.length === 0 ? [] : [`  limits: ${set.join(', ')}`]),
    ...schedules.map((each) => `  scheduled: ${each.name === null ? '' : `${each.name}: `}${each.when ?? 'when is not known'} (${each.file}:${String(each.line)})`),
    ...senders.map((sender) => `  sent by: ${showSender(sender)}`),
    ...(schedules.length + senders.length === 0 ? ['  sent by: nobody in sight'] : []),
  ].join('\n')
}

const retryWords = { itself: 'of itself', 'by-hand': 'by its own code', queue: "by the queue's options" } as const

function howOften(limit: number | 'unlimited' | null): string {
  if (limit === null) return 'how often is not known'
  return limit === 'unlimited' ? 'without a limit' : `${String(limit)} ${limit === 1 ? 'time' : 'times'} at most`
}

function unitOf(kind: string, value: number | string | null): string {
  return typeof value === 'number' && kind !== 'concurrency' && kind !== 'rate' ? ' s' : ''
}

function showSender({ file, line, by, queue }: AnsweredSender): string {
  return `${by ?? 'the module'} (${file}:${String(line)})${queue === undefined ? '' : `, to ${queue}`}`
}
