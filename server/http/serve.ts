import type { HttpServer } from './start.ts'

const signals = ['SIGINT', 'SIGTERM'] as const

/** Lets a server run until the process is told to end: it finishes what is under way. Told a second time, the process ends at once. */
export async function runUntilSignal(server: HttpServer): Promise<void> {
  await nextSignal()
  await server.stop()
}

/** Nobody listens for the second signal, so that it does what it does by default. */
function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const signal of signals) process.off(signal, end)
      resolve()
    }
    for (const signal of signals) process.on(signal, end)
  })
}
