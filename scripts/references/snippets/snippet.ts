import type { Server } from '../../prove/proof.ts'
import { commentOf } from '../form.ts'
import { fileOf, type Kind, kindOf } from '../kind.ts'
import type { Block, Reference } from '../reference.ts'
import { type Bound, isWithin, readBounds } from '../versions.ts'

/** A code block of a reference that something checks. */
export interface Snippet {
  /** `<reference>#<section>`. */
  readonly id: string
  /** File and line, fit to be clicked on. */
  readonly place: string
  /** `null` where nothing is known that could check it. */
  readonly kind: Kind | null
  readonly info: string
  readonly text: string
  /** The name that its file should have. */
  readonly file: string
  /** What the section says of the versions it holds for. */
  readonly bounds: readonly Bound[]
}

/** All blocks of the references apart from logs. Whether a section has its form is for others to say. */
export function snippetsOf(references: readonly Reference[]): readonly Snippet[] {
  return references.flatMap(({ name, sections }) =>
    sections.flatMap((section) => {
      const comment = commentOf(section)
      const bounds = comment?.versions === undefined ? [] : readBounds(comment.versions)
      const blocks = section.blocks.filter(({ info }) => kindOf(info) !== 'text')
      return blocks.map((block) => makeSnippet(name, comment?.id ?? `line ${section.line}`, bounds, block))
    }),
  )
}

function makeSnippet(reference: string, section: string, bounds: readonly Bound[], { info, text, line }: Block): Snippet {
  const kind = kindOf(info)
  const file = fileOf(info) ?? fileNames.get(kind) ?? 'block'
  return { id: `${reference}#${section}`, place: `references/${reference}.md:${line}`, kind, info, text, file, bounds }
}

const fileNames = new Map<Kind | null, string>([
  ['python run', 'snippet.py'],
  ['python fragment', 'fragment.py'],
  ['shell', 'commands.sh'],
  ['dockerfile', 'Dockerfile'],
])

/** Whether a snippet says that it holds for these versions, given by package name in lower case. Packages that are not among them do not count. */
export function suits({ bounds }: Snippet, versions: ReadonlyMap<string, string>): boolean {
  return bounds.every((bound) => {
    const version = versions.get(bound.product)
    return version === undefined || isWithin(version, bound)
  })
}

/** The servers that a program asks for, by the variables that it reads. */
export function serversOf({ kind, text }: Snippet): readonly Server[] {
  const variables: readonly (readonly [string, Server])[] = [
    ['REDIS_URL', 'redis'],
    ['AMQP_URL', 'rabbitmq'],
    ['DATABASE_URL', 'postgres'],
  ]
  return kind === 'python run' ? variables.filter(([variable]) => text.includes(variable)).map(([, server]) => server) : []
}
