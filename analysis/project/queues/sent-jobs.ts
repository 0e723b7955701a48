import type { JobCall, JobInArguments, JobInRecord, JobKeys } from '../../frameworks/job-calls.ts'
import type { Expression, RecordExpression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { callSite, type Site } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'
import { startsWithData } from './optional-names.ts'
import { writtenItems } from './written-lists.ts'

/** A job on its way to a queue, as far as it is written down. */
export interface SentJob {
  /** Where its parts are written. */
  readonly site: Site
  readonly queue: Expression | null
  readonly name: Expression | null
  readonly data: Expression | null
  /** A record with the options; `null`: none are given. */
  readonly options: Expression | null
  /** All of it is written down; otherwise it may have more parts than these. */
  readonly isInSight: boolean
}

/** The jobs that a call sends; at least one. */
export function sentJobs(types: Inference, { ways }: JobCall, file: FileFacts, call: Call): readonly SentJob[] {
  const site = callSite(file, call)
  if (call.arguments.some(({ spread }) => spread !== null)) return [hidden(site)]
  for (const way of ways) {
    const jobs = way.kind === 'arguments' ? [jobInArguments(types, way, call, site)] : jobsInRecords(types, way, call, site)
    if (jobs.length > 0) return jobs
  }
  return [hidden(site)]
}

function hidden(site: Site): SentJob {
  return { site, queue: null, name: null, data: null, options: null, isInSight: false }
}

function jobInArguments(types: Inference, way: JobInArguments, call: Call, site: Site): SentJob {
  const isNameless = way.isNameOptional === true && startsWithData(types, call, site)
  const at = (position: number | null): Expression | null => {
    const wanted = position === null ? null : isNameless ? position - 1 : position
    return wanted === null || wanted < 0 ? null : (call.arguments[wanted]?.value ?? null)
  }
  return { site, queue: at(way.queue), name: at(way.name), data: at(way.data), options: at(way.options), isInSight: true }
}

/** Empty: nothing at that place is a job. */
function jobsInRecords(types: Inference, way: JobInRecord, call: Call, site: Site): readonly SentJob[] {
  const given = call.arguments[way.position]?.value
  if (given === undefined) return []
  const queue = way.queue === null ? null : (call.arguments[way.queue]?.value ?? null)
  const places = way.isList ? writtenItems(types, given, site) : [{ expression: given, site }]
  const jobs = places.map((place) => jobsAt(types, place, way.keys, queue))
  return jobs.every((each) => each === null) ? [] : jobs.flatMap((each) => each ?? [hidden(site)])
}

/** `null`: what is there cannot be told to be a job. */
function jobsAt(types: Inference, place: Written | null, keys: JobKeys, queue: Expression | null): readonly SentJob[] | null {
  const written = place === null ? null : writtenValue(types, place.expression, place.site)
  return written?.expression.kind === 'record' ? jobsInTree(types, written.expression, keys, written.site, queue) : null
}

/** A job with those below it. */
function jobsInTree(types: Inference, record: RecordExpression, keys: JobKeys, site: Site, queue: Expression | null): readonly SentJob[] {
  const at = (key: string | null): Expression | null => (key === null ? null : recordEntry(record, key))
  const own: SentJob = {
    site, queue: queue ?? at(keys.queue), name: at(keys.name), data: at(keys.data), isInSight: record.entries.every(({ key }) => key !== null),
    options: keys.options === null ? record : at(keys.options),
  }
  const children = at(keys.children)
  const below = children === null ? [] : writtenItems(types, children, site)
  return [own, ...below.flatMap((place) => jobsAt(types, place, keys, queue) ?? [hidden(site)])]
}
