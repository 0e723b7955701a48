import type { MappedTask, TaskMap } from './task-map.ts'

/** More than this nobody can read. */
const mostTasks = 100
/** Senders are shown by file up to so many files, else by folder. */
const mostSenderFiles = 40
const mostSenders = 120
const longestLabel = 50

/** A flowchart: senders and schedules point to tasks, which stand in their files, and tasks to the queues that are known. */
export function drawTaskMap({ tasks }: TaskMap): string {
  const shown = tasks.slice(0, mostTasks)
  const [edges, hidden] = senderEdges(shown)
  const notes = [
    ...(tasks.length > shown.length ? [`${String(tasks.length - shown.length)} more tasks`] : []),
    ...(hidden > 0 ? [`${String(hidden)} more places that send`] : []),
  ]
  return [
    'flowchart LR',
    ...files(shown),
    ...edges,
    ...schedules(shown),
    ...queues(shown),
    ...(notes.length === 0 ? [] : [`  more["… and ${notes.join(', ')}: map a single folder to see them"]`]),
  ].join('\n')
}

function files(tasks: readonly MappedTask[]): readonly string[] {
  const names = [...new Set(tasks.map(({ file }) => file))]
  return names.flatMap((file, index) => [
    `  subgraph f${String(index)}["${label(file)}"]`,
    ...tasks.flatMap((task, at) => (task.file === file ? [`    t${String(at)}["${label(shortName(task))}"]`] : [])),
    '  end',
  ])
}

/** The module is said by the group that the task stands in. */
function shortName({ name, file }: MappedTask): string {
  const module = file.replace(/(\/__init__)?\.\w+$/, '').replaceAll('/', '.')
  const split = name.lastIndexOf('.')
  return split > 0 && (module === name.slice(0, split) || module.endsWith(`.${name.slice(0, split)}`)) ? name.slice(split + 1) : name
}

/** The lines, and how many senders were left out. */
function senderEdges(tasks: readonly MappedTask[]): readonly [readonly string[], number] {
  const isOutside = (task: number | null): boolean => task === null || task >= tasks.length
  const outside = tasks.flatMap(({ senders }) => senders.filter(({ task }) => isOutside(task)).map(({ file }) => file))
  const byFolder = new Set(outside).size > mostSenderFiles
  const place = (file: string): string => (byFolder ? file.replace(/[^/]*$/, '') || file : file)
  const places = [...new Set(outside.map(place))]
  const edges = new Map<string, string>()
  for (const [to, { senders }] of tasks.entries()) {
    for (const { file, task, queue } of senders) {
      const from = isOutside(task) ? `c${String(places.indexOf(place(file)))}` : `t${String(task)}`
      const shownQueue = queue === null ? '' : `|"${label(queue)}"|`
      edges.set(`${from} ${String(to)} ${shownQueue}`, `  ${from} -->${shownQueue} t${String(to)}`)
    }
  }
  const lines = [...edges.values()]
  const used = lines.slice(0, mostSenders)
  const nodes = places.flatMap((name, index) => (used.some((line) => line.startsWith(`  c${String(index)} `)) ? [`  c${String(index)}(["${label(name)}"])`] : []))
  return [[...nodes, ...used], lines.length - used.length]
}

function schedules(tasks: readonly MappedTask[]): readonly string[] {
  return tasks.flatMap(({ schedules: own }, at) =>
    own.map(({ when, name }, index) => `  s${String(at)}x${String(index)}{{"${label(when ?? name ?? 'on a schedule')}"}} -.-> t${String(at)}`),
  )
}

function queues(tasks: readonly MappedTask[]): readonly string[] {
  const names = [...new Set(tasks.flatMap(({ queue }) => queue ?? []))]
  return names.flatMap((name, index) => [
    `  q${String(index)}[("${label(name)}")]`,
    ...tasks.flatMap(({ queue }, at) => (queue === name ? [`  t${String(at)} -.- q${String(index)}`] : [])),
  ])
}

/** Text in quotes: what Mermaid would read as more than text is written as a character code. */
function label(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const short = line.length > longestLabel ? `${line.slice(0, longestLabel - 1)}…` : line
  return short.replace(/[#&"<>`\\{}[\]|]/g, (character) => `#${String(character.codePointAt(0))};`)
}
