import { closeSync, openSync, readSync } from 'node:fs'

/** Below this, in bytes, reading a file costs no more than looking into it. */
const smallest = 16 * 1024
const longestLine = 400

/**
 * True for JavaScript that a tool has pressed together: what people write has lines of thirty characters, such a file has
 * one of thousands. Only the start of a large file is looked at. @param size in bytes. Throws the file system's error.
 */
export function isBundle(file: string, size: number): boolean {
  if (size < smallest || !/\.[cm]?js$/.test(file)) return false
  const start = firstBytes(file)
  let lines = 1
  for (let at = start.indexOf(0x0a); at !== -1; at = start.indexOf(0x0a, at + 1)) lines += 1
  return start.length / lines > longestLine
}

function firstBytes(file: string): Buffer {
  const bytes = Buffer.allocUnsafe(smallest)
  const handle = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, smallest, 0))
  } finally {
    closeSync(handle)
  }
}
