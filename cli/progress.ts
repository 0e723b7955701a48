import type { Terminal } from './terminal.ts'

/** One line on standard error that says what is going on. */
export interface Progress {
  readonly show: (step: string) => void
  /** Takes the line away. */
  readonly end: () => void
}

const clearLine = '\r\u001B[K'

/** Shows progress to a person who waits, and nothing to a program. */
export function showProgress(terminal: Terminal): Progress {
  if (!terminal.isWatched) return { show: () => undefined, end: () => undefined }
  return {
    show: (step) => {
      terminal.note(`${clearLine}${step} …`)
    },
    end: () => {
      terminal.note(clearLine)
    },
  }
}
