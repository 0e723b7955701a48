import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { Tinypool } from 'tinypool'
import { packageFile } from '../../languages/package-files.ts'
import { languageOf } from '../../languages/source-language.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { ReadJob } from './read-worker.ts'
import { findUnreadFiles } from './unread-files.ts'
import type { SkippedFile } from './walk.ts'

/** Below this many source files a thread costs more time to start than it saves. */
const fewFiles = 300
const mostThreads = 7
const chunkSize = 4

/** Threads that read files beside the main one. */
export interface ReaderThreads {
  /** Reads every path: scripts and some others here, by `readHere`, the rest in threads, whose facts go to `keep`. */
  read(paths: readonly string[], readHere: (path: string) => void, keep: (facts: FileFacts) => void): Promise<void>
  /** The files among `paths` that cannot be read. */
  check(paths: readonly string[]): Promise<readonly SkippedFile[]>
  close(): Promise<void>
}

/** Starts one thread less than there are processors; none for a small project, or where the code runs without a build. */
export function startReaderThreads(root: string, fileCount: number): ReaderThreads {
  const threads = Math.min(availableParallelism() - 1, mostThreads)
  const worker = import.meta.url.endsWith('.js') ? packageFile('analysis/project/files/read-worker.js') : null
  if (worker === null || threads < 1 || fileCount < fewFiles) return mainThread(root)
  const filename = pathToFileURL(worker).href
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads, idleTimeout: 1000 })
  return {
    async read(paths, readHere, keep) {
      const chunks = chunksOf(paths.filter((path) => !isScript(path)))
      const remote = Array.from({ length: threads }, () => drain(chunks, async (chunk) => {
        const job: ReadJob = { root, paths: chunk }
        const answer: unknown = await pool.run(job, { name: 'readFiles' })
        for (const facts of factsIn(answer)) keep(facts)
      }))
      const here = async (chunk: string[]): Promise<void> => {
        chunk.forEach(readHere)
        await nextTurn()
      }
      const local = drain(chunksOf(paths.filter(isScript)), here).then(() => drain(chunks, here))
      await Promise.all([...remote, local])
    },
    async check(paths) {
      const job: ReadJob = { root, paths }
      return (await pool.run(job, { name: 'checkFiles' })) as readonly SkippedFile[]
    },
    close: () => pool.destroy(),
  }
}

function mainThread(root: string): ReaderThreads {
  return {
    read(paths, readHere) {
      paths.forEach(readHere)
      return Promise.resolve()
    },
    check: (paths) => Promise.resolve(findUnreadFiles(root, paths)),
    close: () => Promise.resolve(),
  }
}

/** Takes chunks from a common list until it is empty. */
async function drain(chunks: string[][], take: (chunk: string[]) => Promise<void>): Promise<void> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) await take(chunk)
}

function chunksOf(paths: readonly string[]): string[][] {
  const chunks: string[][] = []
  for (let start = 0; start < paths.length; start += chunkSize) chunks.push(paths.slice(start, start + chunkSize))
  return chunks
}

/** While another thread loads the compiler, this one reads three megabytes of scripts: more than speak of queues in any project. */
function isScript(path: string): boolean {
  return languageOf(path) === 'typescript'
}

/** Lets the answers of the threads in. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** The worker is ours and built with us: what it answers is what `read-worker.ts` says. */
function factsIn(answer: unknown): readonly FileFacts[] {
  return typeof answer === 'string' ? (JSON.parse(answer) as readonly FileFacts[]) : []
}
