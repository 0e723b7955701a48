import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** A running process whose output is kept. */
export class Program {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  #log = ''

  constructor(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text
      })
    }
    this.#child = child
    this.#ended = new Promise((resolve) => {
      child.on('close', resolve)
    })
  }

  /** Everything that it has written so far. */
  get log(): string {
    return this.#log
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** The lines so far that match. */
  lines(pattern: RegExp): readonly string[] {
    return this.#log.split('\n').filter((line) => pattern.test(line))
  }

  /** The `count`-th line that matches, as soon as there is one. Rejects with the log where there is none in time. */
  async waitFor(pattern: RegExp, { seconds = 30, count = 1 }: { seconds?: number; count?: number } = {}): Promise<string> {
    const end = Date.now() + seconds * 1000
    while (Date.now() < end) {
      const line = this.lines(pattern)[count - 1]
      if (line !== undefined) return line
      await pause(50)
    }
    throw new Error(`waited ${seconds} s for ${String(pattern)}; the program wrote:\n${this.#log}`)
  }

  /** Waits until it ends by itself and gives its exit code. Rejects where it does not in time. */
  async end(seconds = 60): Promise<number | null> {
    const late = pause(seconds * 1000, 'late' as const, { ref: false })
    const code = await Promise.race([this.#ended, late])
    if (code !== 'late') return code
    this.#child.kill('SIGKILL')
    throw new Error(`the program did not end within ${seconds} s; it wrote:\n${this.#log}`)
  }

  /** Ends it, by force where it does not listen. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await Promise.race([this.#ended, pause(3000, undefined, { ref: false })])
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}
