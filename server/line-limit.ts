import { Transform, type TransformCallback } from 'node:stream'

const newline = 0x0a
/** Bytes that are kept of the beginning and of the end of a line that is left out. */
const edge = 1024

/**
 * Passes a stream on without the lines that are longer than `most` bytes, so that a message nobody can take in does not end the ones after it.
 * `tell` learns of each line that is left out: how it begins and how it ends.
 */
export function dropLongLines(most: number, tell: (start: string, end: string) => void): Transform {
  let held: Buffer[] = []
  let size = 0
  const take = (part: Buffer, push: (line: Buffer) => void): void => {
    size += part.length
    held.push(part)
    if (size > most) held = edges(Buffer.concat(held))
    if (part.at(-1) !== newline) return
    if (size <= most) push(Buffer.concat(held))
    else tell(String(held[0]), String(held[1]))
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

/** Copies, which hold on to nothing of what lies between. */
function edges(line: Buffer): Buffer[] {
  return [line.subarray(0, edge), line.subarray(edge).subarray(-edge)].map((part) => Buffer.from(part))
}
