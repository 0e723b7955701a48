/** The review could not run as asked. The message is for a person: it names what is wrong and the way out. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError'
}
