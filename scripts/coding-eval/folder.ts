import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Texts by path, relative with `/`. */
export type Files = ReadonlyMap<string, string>

const passedOver = new Set(['.git', '.venv', 'venv', 'node_modules', '__pycache__', '.pytest_cache'])
/** Bytes; what is longer was not written by hand. */
const longestFile = 200_000

/** The texts in a folder and below. Links, tools' own folders, long files and what is no text are left out. */
export async function readFolder(folder: string, below: string = ''): Promise<Files> {
  const files = new Map<string, string>()
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (passedOver.has(entry.name)) continue
    if (entry.isDirectory()) for (const [inner, text] of await readFolder(folder, path)) files.set(inner, text)
    else if (entry.isFile()) {
      const text = await readText(join(folder, path))
      if (text !== null) files.set(path, text)
    }
  }
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
}

async function readText(file: string): Promise<string | null> {
  if ((await stat(file)).size > longestFile) return null
  const text = await readFile(file, 'utf8')
  return text.includes('\0') ? null : text
}

/** Writes files below a folder. Their paths must be known to stay in it. */
export async function writeFolder(folder: string, files: Files): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
