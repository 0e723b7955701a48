const seed = 0x811c9dc5
const dot = 0x2e
const fewestBits = 1 << 12
const mostBits = 1 << 19

/**
 * The identifiers of a text as a small bit set, each alone and, where a dot stands before it, with the dot (`.delay`). It
 * may say "perhaps" for one that is not there, never "no" for one that is.
 */
export class Words {
  readonly #set: Uint32Array
  readonly #mask: number

  /** @param bytes the file as stored; identifiers are taken as ASCII, and anything else stands between them. */
  constructor(bytes: Uint8Array) {
    const bits = Math.min(Math.max(2 ** Math.ceil(Math.log2(bytes.length + 1)), fewestBits), mostBits)
    this.#set = new Uint32Array(bits >> 5)
    this.#mask = bits - 1
    for (let index = 0; index < bytes.length; index++) {
      if (isWordByte[bytes[index] ?? 0] === 0) continue
      const start = index
      let hash = seed
      for (let byte = bytes[index] ?? 0; isWordByte[byte] === 1; byte = bytes[++index] ?? 0) hash = Math.imul(hash ^ byte, prime)
      this.#add(hash)
      if (bytes[start - 1] === dot) this.#add(hash ^ dotted)
    }
  }

  #add(hash: number): void {
    const at = (hash & this.#mask) >> 5
    this.#set[at] = (this.#set[at] ?? 0) | (1 << (hash & 31))
  }

  /** @param hash by `hashWord`. */
  mayHold(hash: number): boolean {
    return ((this.#set[(hash & this.#mask) >> 5] ?? 0) & (1 << (hash & 31))) !== 0
  }
}

const prime = 0x01000193
const dotted = 0x5bd1e995

/** @param word an ASCII identifier, with or without a dot before it. */
export function hashWord(word: string): number {
  let hash = seed
  for (let index = word.startsWith('.') ? 1 : 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), prime)
  return word.startsWith('.') ? hash ^ dotted : hash
}

const isWordByte = new Uint8Array(256)
for (let byte = 0; byte < 128; byte++) isWordByte[byte] = /[A-Za-z0-9_]/.test(String.fromCharCode(byte)) ? 1 : 0
