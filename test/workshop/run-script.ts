import { spawn } from 'node:child_process'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '..', '..')

/** How a process ended and what it wrote. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `scripts/<name>.ts` as npm would, with nothing on standard input. */
export function runScript(name: string, args: readonly string[]): Promise<Outcome> {
  return runProcess(process.execPath, ['--import', 'tsx', join('scripts', `${name}.ts`), ...args], repository)
}

/** Runs a program in `cwd` and waits for its end; a program that cannot start rejects. @param environment added to this process's own. */
export function runProcess(program: string, args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout, stderr })
    })
  })
}
