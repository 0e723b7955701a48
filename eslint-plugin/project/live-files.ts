import { join } from 'node:path'
import { languageOf } from '../../analysis/languages/source-language.ts'
import { SourceFile } from '../../analysis/project/files/source-file.ts'
import { sourcesAtWork } from '../../analysis/project/files/sources-at-work.ts'
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
  readonly #mentions = new MentionLists((path) => this.#at(path))
  /** Everything that is there. */
  #sources: readonly string[] = []
  #listed: ReadonlySet<string> = new Set()
  /** What anything can be found in. */
  #paths: readonly string[] = []
  #otherPaths: readonly string[] = []
  #layout = {}
  #open: OpenFile | null = null
  #version = 0
  /** The files whose content somebody has used who remembers what came of it. */
  #used = new Set<string>()

  /** @param root absolute. */
  constructor(root: string) {
    this.#root = root
  }

  /** Grows with every change that those can notice who used a `usedWorkspace` of now. */
  get version(): number {
    return this.#version
  }

  /** The files as they are now. What it answers holds until the next change. */
  workspace(): Workspace {
    const paths = this.#paths
    return {
      paths,
      otherPaths: this.#otherPaths,
      layout: this.#layout,
      text: (path) => this.#at(path).text,
      facts: (path) => this.#at(path).facts,
      mentions: this.#mentions.mentions,
      mentioning: (identifier) => this.#mentions.of(identifier, paths),
    }
  }

  /** The same for whoever remembers what comes of it: takes note of what is used. Those who had it before are forgotten. */
  usedWorkspace(): Workspace {
    const used = new Set<string>()
    this.#used = used
    const at = (path: string): SourceFile => {
      used.add(path)
      return this.#at(path)
    }
    return { ...this.workspace(), text: (path) => at(path).text, facts: (path) => at(path).facts }
  }

  /** Takes note of which files there are, by sorted paths relative to the root. */
  list(sources: readonly string[], otherPaths: readonly string[]): void {
    if (!sameItems(otherPaths, this.#otherPaths)) this.#changeLayout()
    this.#sources = sources
    this.#listed = new Set(sources)
    this.#otherPaths = otherPaths
    this.#arrange()
  }

  /** @param path relative to the root. */
  isListed(path: string): boolean {
    return this.#listed.has(path)
  }

  /** Takes note of what has changed on disk among the files that were read. */
  look(): void {
    for (const [path, { stamp, file }] of this.#read) {
      if (sameStamp(stamp, stampOf(join(this.#root, path)))) continue
      this.#read.delete(path)
      if (this.#open?.path !== path) this.#change(path, file)
    }
    this.#arrange()
  }

  /** From now on this is the one file whose text is not the disk's. It need not be among those listed. */
  open(path: string, text: string): void {
    const last = this.#open
    if (last?.path === path && last.text === text) return
    const before = this.#at(path)
    this.#open = { path, text, file: before.text === text ? before : SourceFile.of(path, text) }
    if (last !== null && last.path !== path && this.#onDisk(last.path).text !== last.text) this.#change(last.path, last.file)
    if (before.text !== text) this.#change(path, before)
    this.#arrange()
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

  #change(path: string, before: SourceFile): void {
    if (languageOf(path) === null || path.endsWith('setup.py')) this.#changeLayout()
    else if (!this.#used.has(path) && this.#mentions.areAlike(before, this.#at(path))) return
    this.#version++
    if (this.#paths.includes(path)) this.#mentions.update([path], true)
  }

  #changeLayout(): void {
    this.#layout = {}
    this.#version++
  }

  /** Puts the open file among those listed, and finds out which of them matter. */
  #arrange(): void {
    const open = this.#open?.path
    const isExtra = open !== undefined && !this.#listed.has(open)
    const paths = sourcesAtWork(isExtra ? [...this.#sources, open].sort() : this.#sources, this.#mentions.mentions)
    if (sameItems(paths, this.#paths)) return
    const before = new Set(this.#paths)
    const now = new Set(paths)
    this.#mentions.update(this.#paths.filter((path) => !now.has(path)), false)
    this.#mentions.update(paths.filter((path) => !before.has(path)), true)
    this.#paths = paths
    this.#changeLayout()
  }
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
