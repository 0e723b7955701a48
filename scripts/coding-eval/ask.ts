import { type ChildProcess, spawn } from 'node:child_process'
import { killGroup, lastLines } from '../prove/process.ts'

/** The command cannot be run at all, so that nothing can be measured. */
export class CommandError extends Error {}

/** How a model is asked. */
export interface ModelCommand {
  /** For the shell. */
  readonly text: string
  /** Seconds that one question may take. */
  readonly seconds: number
}

const asked = new Set<ChildProcess>()

/** Ends every command that was started here, with everything that it started. */
export function stopAsking(): void {
  for (const child of asked) killGroup(child, 'SIGKILL')
}

/**
 * Asks a model: its command runs in `folder`, reads the prompt from standard input, and its standard output is the answer.
 * Throws a CommandError where the shell cannot find or start it, and an Error where it fails or takes too long.
 */
export async function askModel({ text, seconds }: ModelCommand, prompt: string, folder: string): Promise<string> {
  const child = spawn('sh', ['-c', text], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  asked.add(child)
  let [answer, complaints, isLate] = ['', '', false]
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaints += chunk))
  // Who answers without reading to the end closes its input; that is no error.
  child.stdin.on('error', () => undefined)
  child.stdin.end(prompt)
  const timer = setTimeout(() => {
    isLate = true
    killGroup(child, 'SIGKILL')
  }, seconds * 1000)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) => {
      reject(new CommandError(`No shell to run the command with: ${error.message}`))
    })
    child.on('close', resolve)
  }).finally(() => {
    clearTimeout(timer)
    asked.delete(child)
  })
  if (isLate) throw new Error(`the command did not end within ${seconds} s`)
  if (code === 126 || code === 127) throw new CommandError(`The command cannot be run: ${lastLines(complaints, 1)}`)
  if (code !== 0) throw new Error(`the command ended with ${String(code)}: ${lastLines(complaints, 3)}`)
  return answer
}
