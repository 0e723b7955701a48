import { readdirSync, readFileSync } from 'node:fs'

/** Bytes of the `VmHWM` line of a `/proc/<pid>/status`; null where there is none, as for kernel threads and ended processes. */
export function parseHighWater(status: string): number | null {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kibibytes === undefined ? null : Number(kibibytes) * 1024
}

/** The peak of the process `pid` so far, in bytes; null once it has ended, and on a system without `/proc`. */
export function highWaterOf(pid: number): number | null {
  return parseHighWater(readOrEmpty(`/proc/${pid}/status`))
}

/**
 * Looks at the process `pid` and its descendants again and again. The function it returns ends this and gives the peak, in
 * bytes, of the largest of them; null on a system without `/proc`.
 */
export function watchPeak(pid: number): () => number | null {
  let peak: number | null = null
  const look = (): void => {
    for (const member of processTree(pid)) {
      const bytes = highWaterOf(member)
      if (bytes !== null) peak = Math.max(peak ?? 0, bytes)
    }
  }
  const timer = setInterval(look, 20)
  return () => {
    clearInterval(timer)
    return peak
  }
}

function processTree(pid: number): readonly number[] {
  const children = threadsOf(pid).flatMap((thread) => readOrEmpty(`/proc/${pid}/task/${thread}/children`).split(' '))
  return [pid, ...children.filter((child) => child !== '').flatMap((child) => processTree(Number(child)))]
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** A process may end between two looks. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
