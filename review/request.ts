/** What to review, as the command line, a server or a program asks for it. Left out: the usual choice. */
export interface ReviewChoices {
  /** Also the rules of the strict preset. */
  readonly strict?: boolean
  /** The ids of the only rules to run. */
  readonly rules?: readonly string[]
}

export interface ReviewRequest extends ReviewChoices {
  /** Files and folders, absolute or relative to `directory`; none: `directory` itself. */
  readonly paths: readonly string[]
  /** Absolute. */
  readonly directory: string
  /** Absolute real paths of the only folders that anything may be read from. Left out: no limit. */
  readonly boundaries?: readonly string[]
  /** Called with what happens next, a few words each time. */
  readonly onProgress?: (step: string) => void
}

/** A request with nothing left open. */
export interface ReviewOptions {
  readonly paths: readonly string[]
  readonly directory: string
  readonly boundaries: readonly string[] | null
  readonly strict: boolean
  /** `null`: by preset and configuration. */
  readonly only: readonly string[] | null
  readonly onProgress: (step: string) => void
}

/** Fills in what the request leaves open. */
export function normaliseRequest(request: ReviewRequest): ReviewOptions {
  return {
    paths: request.paths.length === 0 ? ['.'] : request.paths,
    directory: request.directory,
    boundaries: request.boundaries ?? null,
    strict: request.strict ?? false,
    only: request.rules ?? null,
    onProgress: request.onProgress ?? (() => undefined),
  }
}
