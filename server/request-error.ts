/** A request that cannot be met as it is. The message is for the one who asked: it names what is wrong and the way out. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
}
