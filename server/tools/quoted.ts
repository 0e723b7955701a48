import { maskCredentials } from '../../review/reporters/mask-secrets.ts'
import { printable } from '../../review/reporters/printable.ts'
import { ReviewError } from '../../review/review-error.ts'
import { RequestError } from '../request-error.ts'

/** UTF-16 units of a name or a part of a path: no folder on a usual disk allows longer ones, and what people write is far shorter. */
const longestName = 300
/** UTF-16 units of a text, which may hold several names. */
const longestText = 2000
/** A name in backticks, or a word or a part of a path. */
const names = /`[^`]+`|[^\s`/\\]+/g
/** Half a character, which many a client's JSON parser refuses, and the whole answer with it. */
const halves = /\p{Surrogate}/gu

/**
 * A name or a text that comes from reviewed files, as a part of an answer: on one line, so that it cannot pass for a line of ours, without
 * characters that nobody sees, without what looks like a credential, and of bounded length, so that it cannot fill an assistant's memory.
 */
export function quoted(text: string): string {
  const legible = maskCredentials(printable(text.replace(halves, '\uFFFD').replace(/[\r\n]+\s*/g, ' ')))
  return shorten(legible.replace(names, (name) => shorten(name, longestName)), longestText)
}

/** Leaves out of the middle what is too much. The end stays: a message says there what to do. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const end = Math.floor(most / 3)
  return `${text.slice(0, most - end - 1).replace(/[\ud800-\udbff]$/, '')}…${text.slice(-end).replace(/^[\udc00-\udfff]/, '')}`
}

/** Quotes every text in an answer, which holds nothing but what JSON can hold. */
export function quoteAll<Answer extends object>(answer: Answer): Answer {
  return JSON.parse(JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'string' ? quoted(value) : value))) as Answer
}

/** Quotes what the message of a `ReviewError` holds, for it may name what stands in a reviewed configuration. */
export async function quoteRefusal<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw error instanceof ReviewError ? new RequestError(quoted(error.message)) : error
  }
}
