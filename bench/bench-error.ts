/** The measurement cannot be made. The message says why and what to do about it. */
export class BenchError extends Error {
  override readonly name: string = 'BenchError'
}
