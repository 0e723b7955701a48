import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** `own redis` is a Redis that one proof has for itself, to stop it or to set its limits. */
export type Server = 'redis' | 'own redis' | 'rabbitmq' | 'postgres'

/** A program that shows on real software what a rule or a reference claims. */
export interface Proof {
  /** A rule's id, or `<reference>#<section>`. */
  readonly id: string
  /** Relative to the repository, with `/`. */
  readonly file: string
  readonly language: 'python' | 'typescript'
  /** The first paragraph of the text at the head of the file, on one line. */
  readonly claim: string
  readonly needs: readonly Server[]
  /** The oldest Celery that it can be shown on; `null`: any that is supported. */
  readonly since: string | null
}

const servers: readonly Server[] = ['redis', 'own redis', 'rabbitmq', 'postgres']

/** Every proof of the repository at `root`, sorted by id. Throws an Error naming the file whose head cannot be read. */
export async function findProofs(root: string): Promise<readonly Proof[]> {
  const files = [
    ...(await filesIn(root, 'rules', /^[^/]+\/proof\.(py|ts)$/)),
    ...(await filesIn(root, 'proofs/references', /^[^/]+\/[^/]+\.(py|ts)$/)),
  ]
  const proofs = await Promise.all(files.map(async (file) => readHead(file, await readFile(join(root, file), 'utf8'))))
  return proofs.sort((one, other) => compare(one.id, other.id) || compare(one.file, other.file))
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

async function filesIn(root: string, folder: string, pattern: RegExp): Promise<readonly string[]> {
  const found = await readdir(join(root, folder), { recursive: true }).catch((): string[] => [])
  const paths = found.map((path) => path.replaceAll('\\', '/'))
  return paths.filter((path) => pattern.test(path)).map((path) => `${folder}/${path}`)
}

/**
 * Reads the text that a proof starts with: a docstring or a block comment whose first paragraph is the claim, with lines such as
 * `needs: redis, postgres` and `since: celery 5.5` below it. Throws an Error where there is no claim, or an unknown server is named.
 */
export function readHead(file: string, text: string): Proof {
  const head = /^(?:"""|\/\*\*)([\s\S]*?)(?:"""|\*\/)/.exec(text)?.[1]?.replace(/^\s*\* ?/gm, '').trim()
  const [claim = '', ...rest] = (head ?? '').split(/\n\s*\n/)
  if (claim === '') throw new Error(`${file} does not start with its claim, in ${file.endsWith('.py') ? 'a docstring' : 'a block comment'}`)
  return {
    id: idOf(file),
    file,
    language: file.endsWith('.py') ? 'python' : 'typescript',
    claim: claim.replace(/\s+/g, ' '),
    needs: readNeeds(file, rest.join('\n\n')),
    since: /^since:\s*celery\s+([\d.]+)$/m.exec(rest.join('\n\n'))?.[1] ?? null,
  }
}

function readNeeds(file: string, text: string): readonly Server[] {
  const names = /^needs:\s*(.+)$/m.exec(text)?.[1]?.split(/,\s*/) ?? []
  return names.map((name) => {
    const server = servers.find((known) => known === name)
    if (server === undefined) throw new Error(`${file} needs "${name}"; there are ${servers.join(', ')}`)
    return server
  })
}

function idOf(file: string): string {
  const [, first = '', second = '', third = ''] = file.replace(/\.(py|ts)$/, '').split('/')
  return file.startsWith('rules/') ? first : `${second}#${third}`
}
