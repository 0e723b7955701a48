import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Peer } from './options.ts'
import { pinnedVersion } from './pins.ts'
import { type Progress } from './progress.ts'
import { installedPrograms } from './python-environment.ts'
import { type Language } from './repository.ts'
import { ruff } from './ruff.ts'
import { semgrep } from './semgrep.ts'
import { type Tool } from './tool.ts'
import { typescriptEslint } from './typescript-eslint.ts'

const pythonMakers = { ruff, semgrep }

type PythonPeer = keyof typeof pythonMakers

/**
 * Those of the named tools that read one of `languages`, in their pinned versions, installed if need be. Throws a BenchError
 * where they cannot be.
 */
export async function peerTools(peers: readonly Peer[], languages: ReadonlySet<Language>, scratch: string, progress: Progress): Promise<readonly Tool[]> {
  const python = languages.has('python') ? await pythonTools(peers.filter(isPythonPeer), scratch, progress) : []
  const typescript = languages.has('typescript') && peers.includes('typescript-eslint') ? [typescriptEslint(scratch)] : []
  return [...python, ...typescript]
}

function isPythonPeer(peer: Peer): peer is PythonPeer {
  return peer in pythonMakers
}

async function pythonTools(peers: readonly PythonPeer[], scratch: string, progress: Progress): Promise<readonly Tool[]> {
  if (peers.length === 0) return []
  const requirements = readFileSync(join(import.meta.dirname, 'requirements.txt'), 'utf8')
  const pinned = peers.map((name) => ({ name, version: pinnedVersion(requirements, name) }))
  const programs = await installedPrograms(
    pinned.map(({ name, version }) => `${name}==${version}`),
    progress,
  )
  return pinned.map(({ name, version }) => pythonMakers[name](version, programs, scratch))
}
