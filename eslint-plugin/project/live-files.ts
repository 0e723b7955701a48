import { join } from 'node:path'
import { SourceFile } from '../../analysis/project/files/source-file.ts'
import type { Workspace } from '../../analysis/project/files/workspace.ts'
import { type FileStamp, sameStamp, stampOf } from './file-stamp.ts'
import { MentionLists } from './mention-lists.ts'

/** A file as it was on disk when it was read. */
interface ReadFile {
  readonly stamp: FileStamp | null
  readonly file: SourceFile
}

/** The file that is being linted, with the text that it has in the editor. */
interface OpenFile {
  readonly path: string
  readonly text: string
  readonly file: SourceFile
}

/** The files of a project between two lint runs: each is read when it is first asked for, and again when it has changed. */
export class LiveFiles {
  readonly #root: string
  readonly #read = new Map<string, ReadFile>()
  readonly #mentions = new MentionLists((path, identifier) => this.#at(path).mentions(identifier))
  #sources: readonly string[] = []
  #paths: readonly string[] = []
  #otherPaths: readonly string[] = []
  #open: OpenFile | null = null
  #version = 0

  /** @param root absolute. */
  constructor(root: string) {
    this.#root = root
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version
  }

  /** The files as they are now. What it answers holds until the version grows. */
  workspace(): Workspace {
    const paths = this.#paths
    return {
      paths,
      otherPaths: this.#otherPaths,
      text: (path) => this.#at(path).text,
      facts: (path) => this.#at(path).facts,
      mentions: (path, identifier) => this.#at(path).mentions(identifier),
      mentioning: (identifier) => this.#mentions.of(identifier, paths),
    }
  }

  /** Takes note of which files there are, by sorted paths relative to the root. */
  list(sources: readonly string[], otherPaths: readonly string[]): void {
    if (!sameItems(otherPaths, this.#otherPaths)) this.#version++
    this.#sources = sources
    this.#otherPaths = otherPaths
    this.#arrange()
  }

  /** Takes note of what has changed on disk among the files that were read. */
  look(): void {
    for (const [path, { stamp }] of this.#read) {
      if (sameStamp(stamp, stampOf(join(this.#root, path)))) continue
      this.#read.delete(path)
      if (this.#open?.path !== path) this.#changed(path)
    }
  }

  /** From now on this is the one file whose text is not the disk's. It need not be among those listed. */
  open(path: string, text: string): void {
    const last = this.#open
    if (last?.path === path && last.text === text) return
    const before = this.#at(path)
    const isNew = before.text !== text
    this.#open = { path, text, file: isNew ? SourceFile.of(path, text) : before }
    if (last !== null && last.path !== path && this.#onDisk(last.path).text !== last.text) this.#changed(last.path)
    if (last?.path !== path) this.#arrange()
    if (isNew) this.#changed(path)
  }

  #at(path: string): SourceFile {
    return this.#open?.path === path ? this.#open.file : this.#onDisk(path)
  }

  #onDisk(path: string): SourceFile {
    const known = this.#read.get(path)
    if (known !== undefined) return known.file
    const absolute = join(this.#root, path)
    const file = { stamp: stampOf(absolute), file: SourceFile.read(path, absolute) }
    this.#read.set(path, file)
    return file.file
  }

  #changed(path: string): void {
    this.#version++
    this.#mentions.update(path, this.#paths.includes(path))
  }

  /** Puts the open file among those listed. */
  #arrange(): void {
    const open = this.#open?.path
    const isExtra = open !== undefined && !this.#sources.includes(open)
    const paths = isExtra ? [...this.#sources, open].sort() : this.#sources
    if (sameItems(paths, this.#paths)) return
    const before = new Set(this.#paths)
    const now = new Set(paths)
    this.#paths = paths
    this.#version++
    for (const path of before) if (!now.has(path)) this.#mentions.update(path, false)
    for (const path of now) if (!before.has(path)) this.#mentions.update(path, true)
  }
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
