import type { ReadResourceResult } from '@modelcontextprotocol/sdk/types.js'
import { RequestError } from '../request-error.ts'

export const markdown = 'text/markdown'

/** The protocol's code for a resource that is not there. */
const notFound = -32_002

/** Nothing has this address. The message names what is near. */
class ResourceNotFoundError extends Error {
  override readonly name = 'ResourceNotFoundError'
  readonly code: number = notFound
  readonly data: { readonly uri: string }

  constructor(message: string, uri: string) {
    super(message)
    this.data = { uri }
  }
}

/** A document as a resource. Throws a `ResourceNotFoundError` where `read` refuses with a `RequestError`. */
export async function answerWith(uri: URL, read: Promise<string>): Promise<ReadResourceResult> {
  try {
    return { contents: [{ uri: uri.href, mimeType: markdown, text: await read }] }
  } catch (error) {
    throw error instanceof RequestError ? new ResourceNotFoundError(error.message, uri.href) : error
  }
}
