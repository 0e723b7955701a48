import { isAscii, isUtf8 } from 'node:buffer'
import { declaredEncoding } from './encoding-declaration.ts'

/** A file's text without byte order mark, or why there is none. */
export type Decoded = { readonly text: string; readonly reason: null } | { readonly text: null; readonly reason: string }

/**
 * Decodes source by Python's rules (PEP 263): byte order mark, then the comment in the first two lines, else UTF-8. No script has
 * such a comment, so that it is taken for UTF-8.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(0)) return failed(hasWideMark(buffer) ? 'UTF-16 instead of UTF-8' : 'contains null bytes')
  if (isAscii(buffer)) return { text: buffer.toString('latin1'), reason: null }
  const { label, name } = hasUtf8Mark(buffer) ? { label: 'utf-8', name: 'utf-8' } : declaredEncoding(buffer)
  if (label === 'utf-8') return decodeUtf8(withoutMark(buffer))
  if (label === 'latin1') return { text: buffer.toString('latin1'), reason: null }
  return label === null ? failed(`in the encoding \`${name}\`, which cannot be decoded`) : decodeLabelled(buffer, label, name)
}

/**
 * Encodes an edited text the way `original`, the bytes it was decoded from, are encoded; `null` where only reading that
 * encoding is possible.
 */
export function encodeLike(original: Uint8Array, text: string): Uint8Array | null {
  const mark = hasUtf8Mark(original) ? '\uFEFF' : ''
  const label = mark === '' ? declaredEncoding(original).label : 'utf-8'
  const bytes = label === 'utf-8' ? Buffer.from(mark + text, 'utf8') : Buffer.from(text, 'latin1')
  return decodeSource(bytes).text === text ? bytes : null
}

function decodeUtf8(content: Buffer): Decoded {
  if (isUtf8(content)) return { text: content.toString('utf8'), reason: null }
  return failed(`not valid UTF-8 (line ${firstInvalidLine(content)}), and no other encoding is declared`)
}

function decodeLabelled(content: Buffer, label: string, name: string): Decoded {
  try {
    return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(content), reason: null }
  } catch {
    return failed(`not valid \`${name}\`, the encoding it declares`)
  }
}

/** A line feed is never part of a longer sequence, so lines can be checked one by one. */
function firstInvalidLine(content: Buffer): number {
  let line = 1
  for (let start = 0; start < content.length; line += 1) {
    const end = content.indexOf(0x0a, start)
    const stop = end === -1 ? content.length : end
    if (!isUtf8(content.subarray(start, stop))) return line
    start = stop + 1
  }
  return line
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

function withoutMark(buffer: Buffer): Buffer {
  return hasUtf8Mark(buffer) ? buffer.subarray(3) : buffer
}

function hasWideMark(buffer: Buffer): boolean {
  return (buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff)
}

function failed(reason: string): Decoded {
  return { text: null, reason }
}
