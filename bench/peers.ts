import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Peer } from './options.ts'
import { pinnedVersion } from './pins.ts'
import { type Progress } from './progress.ts'
import { installedPrograms } from './python-environment.ts'
import { ruff } from './ruff.ts'
import { semgrep } from './semgrep.ts'
import { type Tool } from './tool.ts'

const makers = { ruff, semgrep }

/** The named tools in their pinned versions, installed if need be. Throws a BenchError where they cannot be. */
export async function peerTools(peers: readonly Peer[], scratch: string, progress: Progress): Promise<readonly Tool[]> {
  if (peers.length === 0) return []
  const requirements = readFileSync(join(import.meta.dirname, 'requirements.txt'), 'utf8')
  const pinned = peers.map((name) => ({ name, version: pinnedVersion(requirements, name) }))
  const programs = await installedPrograms(
    pinned.map(({ name, version }) => `${name}==${version}`),
    progress,
  )
  return pinned.map(({ name, version }) => makers[name](version, programs, scratch))
}
