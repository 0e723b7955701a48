const bits = 1 << 14
const mask = bits - 1

/** The identifiers of a text as a small bit set: it may say "perhaps" for one that is not there, never "no" for one that is. */
export class Words {
  readonly #set: Uint32Array

  /** @param bytes the file as stored; identifiers are taken as ASCII, and anything else stands between them. */
  constructor(bytes: Uint8Array) {
    const set = new Uint32Array(bits >> 5)
    let hash = seed
    let inWord = false
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0
      if (isWordByte[byte] === 1) {
        hash = step(hash, byte)
        inWord = true
      } else if (inWord) {
        set[(hash & mask) >> 5] = (set[(hash & mask) >> 5] ?? 0) | (1 << (hash & 31))
        hash = seed
        inWord = false
      }
    }
    if (inWord) set[(hash & mask) >> 5] = (set[(hash & mask) >> 5] ?? 0) | (1 << (hash & 31))
    this.#set = set
  }

  /** @param hash of an ASCII identifier, by `hashWord`. */
  mayHold(hash: number): boolean {
    return ((this.#set[(hash & mask) >> 5] ?? 0) & (1 << (hash & 31))) !== 0
  }
}

const seed = 0x811c9dc5

function step(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}

export function hashWord(word: string): number {
  let hash = seed
  for (let index = 0; index < word.length; index++) hash = step(hash, word.charCodeAt(index))
  return hash
}

const isWordByte = new Uint8Array(256)
for (let byte = 0; byte < 256; byte++) isWordByte[byte] = /[A-Za-z0-9_]/.test(String.fromCharCode(byte)) && byte < 128 ? 1 : 0
