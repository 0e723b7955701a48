import type { Expression } from '../../model/expression.ts'
import type { Value } from '../../model/value.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'
import { settingValues } from './setting-values.ts'

/** Where the project routes the messages of tasks by their names. */
export interface QueueRoutes {
  /** Of the task with this name; absent: it is not routed. A name that is not known may be any. */
  queueOf(name: Value<string>): Value<string>
}

interface Route {
  /** `null`: some name that is not known. */
  readonly pattern: RegExp | null
  readonly isExact: boolean
  readonly queue: Value<string>
}

/** Reads the setting `task_routes`: exact names come before patterns, and the first pattern that fits counts. */
export function queueRoutes(types: Inference): QueueRoutes {
  const sources = distinct(settingValues(types, 'task_routes').map((source) => writtenValue(types, source.expression, source.site) ?? source))
  const maps = sources.flatMap((source) => routesIn(types, source))
  return {
    queueOf(name) {
      if (maps.length === 0) return { state: 'absent' }
      if (maps.includes(null) || name.state !== 'known') return { state: 'dynamic' }
      const [first, ...others] = maps.flatMap((map) => (map === null ? [] : (routeIn(map, name.value) ?? [])))
      if (first === undefined) return unrouted(maps)
      return others.every(({ queue }) => isSame(queue, first.queue)) ? first.queue : { state: 'dynamic' }
    },
  }
}

function isSame(one: Value<string>, other: Value<string>): boolean {
  return one.state === 'known' && other.state === 'known' && one.value === other.value
}

/** A name that cannot be told may be any. */
function unrouted(maps: readonly (readonly Route[] | null)[]): Value<string> {
  return maps.some((map) => map?.some(({ pattern }) => pattern === null)) ? { state: 'dynamic' } : { state: 'absent' }
}

function routeIn(map: readonly Route[], name: string): Route | null {
  const fits = ({ pattern }: Route): boolean => pattern?.test(name) === true
  return map.find((route) => route.isExact && fits(route)) ?? map.find((route) => !route.isExact && fits(route)) ?? null
}

function distinct(sources: readonly Written[]): readonly Written[] {
  return [...new Map(sources.map((source) => [source.expression, source])).values()]
}

/** `null`: a router that cannot be read, such as a function. */
function routesIn(types: Inference, { expression, site }: Written): readonly (readonly Route[] | null)[] {
  if (expression.kind === 'literal' && expression.value === null) return []
  if (expression.kind === 'record') {
    return [expression.entries.flatMap(({ key, value }) => [key === null ? hidden : routeOf(types, key, value, { expression, site })])]
  }
  if (expression.kind !== 'list' && expression.kind !== 'tuple') return [null]
  const pairs = expression.items.map((item) => (item.kind === 'tuple' || item.kind === 'list' ? item.items : null))
  if (pairs.every((pair) => pair?.length === 2)) {
    return [pairs.flatMap((pair) => (pair?.[0] === undefined || pair[1] === undefined ? [] : [routeOf(types, pair[0], pair[1], { expression, site })]))]
  }
  return expression.items.flatMap((item) => {
    const written = writtenValue(types, item, site)
    return written === null ? [null] : routesIn(types, written)
  })
}

const hidden: Route = { pattern: null, isExact: false, queue: { state: 'dynamic' } }

function routeOf(types: Inference, key: Expression, value: Expression, { site }: Written): Route {
  const name = constantOf(types, key, site)
  const queue = queueIn(types, value, site)
  if (name.state !== 'known' || typeof name.value !== 'string') return { ...hidden, queue }
  const isExact = !name.value.includes('*')
  return { pattern: globPattern(name.value), isExact, queue }
}

/** As Python's `fnmatch` reads it, as far as people use it. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/[.+^${}()|\\]/g, '\\$&').replaceAll('*', '[^]*').replaceAll('?', '[^]')
  try {
    return new RegExp(`^${source}$`)
  } catch {
    return /(?!)/
  }
}

/** `{"queue": "mail"}`, or just the queue's name. */
function queueIn(types: Inference, value: Expression, from: Written['site']): Value<string> {
  const written = writtenValue(types, value, from)
  if (written === null) return { state: 'dynamic' }
  const { expression, site } = written
  if (expression.kind === 'record') {
    const entry = recordEntry(expression, 'queue')
    if (entry !== null) return queueIn(types, entry, site)
    return expression.entries.some(({ key }) => key === null) ? { state: 'dynamic' } : { state: 'absent' }
  }
  const constant = constantOf(types, expression, site)
  return constant.state === 'known' && typeof constant.value === 'string' ? { state: 'known', value: constant.value } : { state: 'dynamic' }
}
