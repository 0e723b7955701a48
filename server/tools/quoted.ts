import { maskCredentials } from '../../review/reporters/mask-secrets.ts'
import { printable } from '../../review/reporters/printable.ts'
import { ReviewError } from '../../review/review-error.ts'
import { RequestError } from '../request-error.ts'

/**
 * A name or a text that comes from reviewed files, as a part of an answer: on one line, so that it cannot pass for a line of ours, without
 * characters that nobody sees, and without what looks like a credential.
 */
export function quoted(text: string): string {
  return maskCredentials(printable(text.replace(/[\r\n]+\s*/g, ' ')))
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
