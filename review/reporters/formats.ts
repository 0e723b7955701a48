import type { Reporter } from './reporter.ts'

/** Report formats by name; each is loaded only when it is asked for. */
export const formats: ReadonlyMap<string, () => Promise<Reporter>> = new Map([
  ['text', async () => (await import('./text.ts')).reportText],
  ['json', async () => (await import('./json.ts')).reportJson],
])
