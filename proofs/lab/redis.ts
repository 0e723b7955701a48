import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs a command on the Redis with this URL, and gives its answer as text. */
export async function redis(url: string, ...command: readonly string[]): Promise<string> {
  return (await promisify(execFile)('redis-cli', ['-u', url, '--no-auth-warning', ...command])).stdout.trimEnd()
}
