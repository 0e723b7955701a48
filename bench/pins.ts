import { BenchError } from './bench-error.ts'

/** The version that a requirements file pins `name` to. Throws a BenchError where it pins none. */
export function pinnedVersion(requirements: string, name: string): string {
  for (const line of requirements.split('\n')) {
    const [pinned, version] = line.trim().split('==')
    if (pinned === name && version !== undefined) return version
  }
  throw new BenchError(`bench/requirements.txt does not say which version of ${name} to measure: add a line such as ${name}==1.2.3.`)
}
