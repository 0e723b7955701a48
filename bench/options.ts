import { parseArgs } from 'node:util'
import { BenchError } from './bench-error.ts'

const allPeers = ['ruff', 'semgrep', 'typescript-eslint', 'server-filesystem', 'server-everything'] as const

export type Peer = (typeof allPeers)[number]

export interface BenchOptions {
  /** Folders to measure on, as given. */
  readonly repositories: readonly string[]
  /** How often each tool runs after its warm-up. */
  readonly rounds: number
  /** The tools to measure a review beside, and the servers to measure ours beside. */
  readonly peers: readonly Peer[]
  /** Also measure how the time grows with the input. */
  readonly growth: boolean
  /** Also measure linting single files in ESLint. */
  readonly editor: boolean
  /** Also measure the server that guides. */
  readonly guidance: boolean
  /** Where to write the raw numbers. */
  readonly json: string | null
}

export const usage = `Usage: npm run bench -- [options] <repository...>
       npm run bench -- [options] --guidance

Measures time and memory of \`taskwise review\` on the given folders, in the same run beside ruff and semgrep where a folder is mostly
Python, and beside typescript-eslint's typed rule no-floating-promises where it is mostly TypeScript or JavaScript.
With --guidance, also or only measures \`taskwise mcp\` while it guides, beside servers of the Model Context Protocol's authors.

Options:
  --rounds <n>      how often each tool runs after one warm-up (default: 5)
  --growth          also measure one, two and four copies of each folder
  --editor          also measure linting single files in ESLint, as an editor does
  --guidance        also measure the MCP server, over stdio and over HTTP; needs no folder
  --without <tool>  leave out ruff, semgrep, typescript-eslint, server-filesystem or
                    server-everything; may be repeated
  --json <file>     write the raw numbers to a file
  --help            show this text`

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** The options of a command line; `null` when it asks for help. Throws a BenchError that says what is wrong with it. */
export function parseOptions(args: readonly string[]): BenchOptions | null {
  const { values, positionals } = parse(args)
  if (values.help === true) return null
  if (positionals.length === 0 && values.guidance !== true) throw new BenchError(`No folder to measure on was given.\n\n${usage}`)
  const without = values.without ?? []
  const stranger = without.find((name) => !allPeers.some((peer) => peer === name))
  if (stranger !== undefined) throw new BenchError(`--without takes ${orList.format(allPeers)}, not "${stranger}".`)
  return {
    repositories: positionals,
    rounds: parseRounds(values.rounds ?? '5'),
    peers: allPeers.filter((peer) => !without.includes(peer)),
    growth: values.growth ?? false,
    editor: values.editor ?? false,
    guidance: values.guidance ?? false,
    json: values.json ?? null,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        growth: { type: 'boolean' },
        editor: { type: 'boolean' },
        guidance: { type: 'boolean' },
        without: { type: 'string', multiple: true },
        json: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    if (error instanceof TypeError) throw new BenchError(`${error.message}\n\n${usage}`)
    throw error
  }
}

function parseRounds(text: string): number {
  const rounds = Number(text)
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new BenchError(`--rounds takes a whole number from 1 on, not "${text}".`)
  return rounds
}
