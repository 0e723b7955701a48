import { readFileSync } from 'node:fs'
import { extractFile } from '../../languages/extract.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import { decodeSource } from './decode.ts'
import { hashWord, Words } from './words.ts'

/** One file whose bytes are at hand. What is asked of it is worked out once. */
export class SourceFile {
  readonly #path: string
  readonly #bytes: Buffer | null
  #words: Words | null = null
  #text: string | null | undefined
  #facts: FileFacts | null | undefined

  /** @param path relative to the project's root, with `/`. @param bytes `null` where the file cannot be read. */
  constructor(path: string, bytes: Buffer | null) {
    this.#path = path
    this.#bytes = bytes
  }

  /** Reads a file now. @param file absolute. */
  static read(path: string, file: string): SourceFile {
    return new SourceFile(path, readBytes(file))
  }

  /** A file whose text is known, as an editor knows it, whatever the disk says. */
  static of(path: string, text: string): SourceFile {
    const file = new SourceFile(path, Buffer.from(text))
    file.#text = text
    return file
  }

  get text(): string | null {
    if (this.#text === undefined) this.#text = this.#bytes === null ? null : decodeSource(this.#bytes).text
    return this.#text
  }

  get facts(): FileFacts | null {
    if (this.#facts === undefined) {
      const { text } = this
      this.#facts = text === null ? null : extractFile(this.#path, text)
    }
    return this.#facts
  }

  /** Takes over facts that another thread read from the same file. */
  keep(facts: FileFacts): void {
    this.#facts ??= facts
  }

  /** As `Workspace.mentions`. */
  mentions(identifier: string): boolean {
    if (this.#bytes === null) return false
    this.#words ??= new Words(this.#bytes)
    const words = this.#words
    return hashesOf(identifier).every((hash) => words.mayHold(hash)) && this.#bytes.includes(identifier)
  }
}

const hashes = new Map<string, readonly number[]>()

/** Of the words in a text; most texts that are asked for are one. A word knows the dot before it only where the text starts with that dot. */
function hashesOf(text: string): readonly number[] {
  let found = hashes.get(text)
  if (found === undefined) {
    found = (text.match(/^\.\w+|\w+/g) ?? []).map(hashWord)
    hashes.set(text, found)
  }
  return found
}

function readBytes(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
