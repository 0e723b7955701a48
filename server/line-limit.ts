import { Transform, type TransformCallback } from 'node:stream'

const newline = 0x0a

/**
 * Passes a stream on without the lines that are longer than `most` bytes, so that a message nobody can take in does not end the ones after it.
 * `tell` learns of each line that is left out.
 */
export function dropLongLines(most: number, tell: () => void): Transform {
  let held: Buffer[] = []
  let size = 0
  const take = (part: Buffer, push: (line: Buffer) => void): void => {
    size += part.length
    const isWhole = part.at(-1) === newline
    if (size <= most) held.push(part)
    else held = []
    if (!isWhole) return
    if (size <= most) push(Buffer.concat(held))
    else tell()
    held = []
    size = 0
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      for (let start = 0; start < chunk.length; ) {
        const end = chunk.indexOf(newline, start)
        const next = end === -1 ? chunk.length : end + 1
        take(chunk.subarray(start, next), (line) => this.push(line))
        start = next
      }
      done()
    },
  })
}
