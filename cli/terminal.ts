/** Where a command writes and what it may know of its surroundings. */
export interface Terminal {
  /** The report alone. */
  readonly write: (text: string) => void
  /** Everything else. */
  readonly note: (text: string) => void
  /** Standard error is read by a person who waits. */
  readonly isWatched: boolean
  /** Reports may be coloured unless an option decides. */
  readonly color: boolean
  /** Absolute path of the working directory. */
  readonly directory: string
}

/** The terminal that this process runs in. Ends the process quietly when nobody reads its output any more. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process
  for (const stream of [stdout, stderr]) stream.on('error', endOnBrokenPipe)
  return {
    write: (text) => stdout.write(text),
    note: (text) => stderr.write(text),
    isWatched: isTerminal(stderr) && env['TERM'] !== 'dumb' && !isSet(env['CI']),
    color: wantsColor(env, isTerminal(stdout)),
    directory: process.cwd(),
  }
}

/** `NO_COLOR` and `FORCE_COLOR` decide, in this order; else whether a person looks at the output. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isForPeople: boolean): boolean {
  if (isSet(env['NO_COLOR'])) return false
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0'
  return isForPeople && env['TERM'] !== 'dumb'
}

/** `isTTY` is left undefined, whatever its type says, on a stream that is no terminal. */
function isTerminal(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

function endOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}
