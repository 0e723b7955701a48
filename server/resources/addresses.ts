import type { Place } from './links.ts'

/** Patterns of the addresses of all documents. */
export const addressPatterns = {
  reference: 'taskwise://references/{reference}',
  section: 'taskwise://references/{reference}/{section}',
  rule: 'taskwise://rules/{rule}',
} as const

export function addressOf(place: Place): string {
  if ('rule' in place) return `taskwise://rules/${place.rule}`
  const { reference, section } = place
  return `taskwise://references/${reference}${section === null ? '' : `/${section}`}`
}

/** @param id `reference#section` */
export function addressOfSection(id: string): string {
  const [reference = '', section = null] = id.split('#')
  return addressOf({ reference, section })
}
