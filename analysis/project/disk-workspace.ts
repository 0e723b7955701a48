import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { extractPython } from '../languages/python/extract.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { DiscoveredFiles } from './discover.ts'
import { decodeSource } from './decode.ts'
import { hashWord, Words } from './words.ts'
import type { Workspace } from './workspace.ts'

interface OpenFile {
  readonly bytes: Uint8Array | null
  words: Words | null
  text: string | null | undefined
  facts: FileFacts | null | undefined
}

/** A workspace over files on disk. Each is read once, when it is first asked for. @param root absolute. */
export function openDiskWorkspace(root: string, files: DiscoveredFiles): Promise<Workspace> {
  const open = new Map<string, OpenFile>()
  const hashes = new Map<string, number>()

  function fileAt(path: string): OpenFile {
    let file = open.get(path)
    if (file === undefined) {
      file = { bytes: readBytes(join(root, path)), words: null, text: undefined, facts: undefined }
      open.set(path, file)
    }
    return file
  }

  function text(path: string): string | null {
    const file = fileAt(path)
    if (file.text === undefined) file.text = file.bytes === null ? null : decodeSource(file.bytes).text
    return file.text
  }

  function facts(path: string): FileFacts | null {
    const file = fileAt(path)
    if (file.facts === undefined) {
      const source = text(path)
      file.facts = source === null ? null : extractPython(path, source)
    }
    return file.facts
  }

  function mentions(path: string, identifier: string): boolean {
    const file = fileAt(path)
    if (file.bytes === null) return false
    file.words ??= new Words(file.bytes)
    let hash = hashes.get(identifier)
    if (hash === undefined) {
      hash = hashWord(identifier)
      hashes.set(identifier, hash)
    }
    return file.words.mayHold(hash)
  }

  return Promise.resolve({ paths: files.sources, otherPaths: files.others, text, facts, mentions })
}

function readBytes(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
